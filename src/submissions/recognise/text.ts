import type { FileKind } from './kinds.ts';

/** What a text is, by how it begins. */
export function kindOfText(text: string): FileKind {
  const start = text.replace(BLANK, '');
  if (start === '') return 'empty';
  if (start.startsWith('{') || start.startsWith('[')) return kindOfJson(start);
  if (start.startsWith('<')) return kindOfMarkup(start);
  return kindOfTable(start);
}

// oxlint-disable-next-line no-control-regex
const BLANK = /^[\s\uFEFF\u0000\u001E]+/;

/** Keys that begin in a text are not meant: there the quotation mark in front has a backslash. */
function hasKey(text: string, name: string): boolean {
  return new RegExp(String.raw`(?<!\\)"${name}"\s*:`).test(text);
}

function kindOfJson(text: string): FileKind {
  if (/^\{\s*"type"\s*:\s*"FeatureCollection"/.test(text)) return 'geojson';
  if (/^\{\s*"(?:detail|error|message)"\s*:/.test(text) && !isLongerThanAnAnswer(text)) return 'server-answer';
  if (hasKey(text, '@odata\\.context')) return 'odata';
  return hasKey(text, '__id') && !hasKey(text, '_id') ? 'odata' : 'kobo';
}

/** A single submission can ask for a message or an error as well. */
function isLongerThanAnAnswer(text: string): boolean {
  return text.length > 2000 || hasKey(text, '_id') || hasKey(text, '_uuid') || hasKey(text, 'meta/instanceID');
}

function kindOfMarkup(text: string): FileKind {
  const start = text.replace(/^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s+)+/, '');
  if (/^<!doctype\s+html|^<(?:html|head|body)[\s>]/i.test(start)) return 'web-page';
  if (/^<h:html[\s>]/.test(start)) return 'form';
  if (/^<OpenRosaResponse[\s>]/.test(start) || /^<root>\s*<detail>/.test(start)) return 'server-answer';
  return /^<[!\p{L}_]/u.test(start) ? 'xml' : 'unknown';
}

/** A table has a separator in its first row, unless it has a single column; a binary file has signs that no text has. */
function kindOfTable(text: string): FileKind {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text)) return 'unknown';
  const [row = ''] = text.split(/\r\n|\r|\n/, 1);
  return /[,;\t|]/.test(row) || /^"?[\w/.:]+"?$/.test(row) ? 'csv' : 'text';
}
