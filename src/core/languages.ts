// Scripts written from right to left (Unicode Standard, chapter 9 and script extensions).
const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Of a plain column beside those with a language, in a workbook: nobody says which language it is in (ISO 639-2). */
export const UNDETERMINED = 'und';

/** Whether a text holds letters of a right-to-left script, such as Arabic, Hebrew, Thaana or N'Ko. */
export function hasRightToLeft(text: string): boolean {
  return RTL.test(text);
}

/** Whether the first letter of a text belongs to a right-to-left script. */
export function startsRightToLeft(text: string): boolean {
  const [first] = text.match(/\p{L}/u) ?? [];
  return first !== undefined && RTL.test(first);
}

const RTL_SCRIPTS: ReadonlySet<string> = new Set(['arab', 'hebr', 'thaa', 'nkoo', 'syrc', 'rohg', 'adlm']);
const RTL_LANGUAGES: ReadonlySet<string> = new Set(
  (
    'acm aeb aii apc apd ar arc ary arz ayl azb bal brh ckb dv fa haz he ks lki nqo pbu prs ps rhg sd sdh shu skr syr ug ' +
    'ur uzs yi'
  ).split(' '),
);

/** Whether a language tag names a language that is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', script] = tag.toLowerCase().split('-');
  return script?.length === 4 ? RTL_SCRIPTS.has(script) : RTL_LANGUAGES.has(language);
}

/** Whether a word has the shape of a language tag: `en`, `prs`, `pt-BR`, `zh-Hant-TW` (RFC 5646, without extensions). */
export function isLanguageTag(word: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(word);
}
