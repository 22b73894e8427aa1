import { hasRightToLeft, isRightToLeft } from '../../core/languages.ts';

/**
 * Characters that are more than text to HTML or to Handlebars, where a backslash before braces means something too, and
 * those that make the text after them run the other way, which would deceive whoever edits the template.
 */
// oxlint-disable-next-line no-misleading-character-class
const SPECIAL = /[&<>{}\\\u202A-\u202E\u2066-\u2069]/gu;
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

const NAMED = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** A text as it may stand between tags of a Handlebars template; nowhere else, as quotes stay as they are. */
export function markup(text: string): string {
  return text
    .replaceAll(CONTROL, '')
    .replaceAll(SPECIAL, (found) => NAMED.get(found) ?? `&#${String(found.codePointAt(0))};`);
}

/** The same for a page in a language: a text of the other direction is set apart. */
export function markupIn(text: string, language: string): string {
  const foreign = isRightToLeft(language) ? !hasRightToLeft(text) && /\p{L}/u.test(text) : hasRightToLeft(text);
  return foreign ? `<bdi>${markup(text)}</bdi>` : markup(text);
}
