// Forms that a converter takes and of which it makes another XForm from what we write, with the reason. A file is known by
// its SHA-256: it is the content that is excepted, not the name.

const DECLARED_END =
  'the sheets say that they end with cell A1, so this version reads nothing else of the original (check warns of it)';

/** The reason, by the SHA-256 of the file and the version of the converter. */
export const EXCEPTIONS = new Map([
  ['a8f9b3030c727bb228f2131e1d76138bfe0c9c71d9de851e4cee86cd07f22d12 4.5.0', DECLARED_END],
  ['c3e3e294e0947e8845f5a3acb0ed5e541df17b08a0ad2b085469f4e59cb5df7f 4.5.0', DECLARED_END],
]);
