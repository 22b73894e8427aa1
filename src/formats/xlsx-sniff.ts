import { damaged, refused } from './xlsx-problem.ts';

const ZIP = 0x504b;
/** The container of old Office files, in which workbooks with a password are as well. */
const COMPOUND = 0xd0cf11e0;

/** Refuses what is no archive, in words for what it is instead. */
export function refuseOtherFiles(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length === 0) throw refused('empty-file');
  if (file.length < 4) throw refused('not-a-workbook');
  if (file.readUInt32BE(0) === COMPOUND) throw refused(compoundKind(file));
  if (file.readUInt16BE(0) === ZIP) return;
  if (file.every((byte) => byte === 0)) throw damaged('It holds nothing but zeros.');
  if (file.subarray(0, 1024).includes('%PDF-')) throw refused('pdf');
  throw refused(textKind(file));
}

function compoundKind(file: Buffer): keyof typeof STREAMS | 'other-office-file' {
  const found = Object.entries(STREAMS).find(([, names]) =>
    names.some((name) => file.includes(Buffer.from(name, 'utf16le'))),
  );
  return (found?.[0] as keyof typeof STREAMS | undefined) ?? 'other-office-file';
}

/** The names of the streams of such a file tell what it is. */
const STREAMS = {
  protected: ['EncryptedPackage'],
  'old-workbook': ['Workbook', 'Book\u0000'],
} as const;

function textKind(file: Buffer): 'web-page' | 'text-file' | 'not-a-workbook' {
  const start = file.subarray(0, 4000);
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const text = new TextDecoder(isWide ? (start[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(start);
  if (/^\s*<(?:!doctype|html|head|body|table|\?xml|[a-z]+[\s>])/i.test(text)) return 'web-page';
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text) ? 'not-a-workbook' : 'text-file';
}
