import type { SubmissionPage } from './kobo.ts';

/**
 * Cuts the submissions out of a page, each as the server wrote it: through JSON.parse and back, long numbers and the order of
 * keys would be lost. Undefined for what is no page.
 */
export function cutPage(page: string): SubmissionPage | undefined {
  let count: number | undefined;
  let texts: readonly string[] | undefined;
  let at = after(page, 0, '{');
  while (at >= 0 && page[at] !== '}') {
    const colon = endOfText(page, at);
    const key = page.slice(at, colon);
    const value = colon < 0 ? -1 : after(page, skipBlanks(page, colon), ':');
    const end = value < 0 ? -1 : endOfValue(page, value);
    if (end < 0) return undefined;
    if (key === '"count"') count = Number(page.slice(value, end));
    if (key === '"results"') texts = cutList(page, value);
    at = next(page, end, '}');
  }
  const isWhole = at >= 0 && skipBlanks(page, at + 1) === page.length;
  if (!isWhole || !texts || count === undefined || !Number.isSafeInteger(count)) return undefined;
  return { count, texts };
}

function cutList(page: string, from: number): readonly string[] | undefined {
  const texts: string[] = [];
  let at = after(page, from, '[');
  while (at >= 0 && page[at] !== ']') {
    const end = page[at] === '{' ? endOfValue(page, at) : -1;
    if (end < 0) return undefined;
    texts.push(page.slice(at, end));
    at = next(page, end, ']');
  }
  return at < 0 ? undefined : texts;
}

/** Behind the comma, at what follows, or at the closing bracket; -1 where there is neither. */
function next(page: string, from: number, closing: string): number {
  const at = skipBlanks(page, from);
  if (page[at] === closing) return at;
  const item = after(page, at, ',');
  return page[item] === closing ? -1 : item;
}

/** Behind a sign and the blanks after it, or -1. */
function after(page: string, from: number, sign: string): number {
  const at = skipBlanks(page, from);
  return page[at] === sign ? skipBlanks(page, at + 1) : -1;
}

function skipBlanks(page: string, from: number): number {
  let at = from;
  while (isBlank(page.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Behind the text that begins at a quotation mark; -1 where none begins or it has no end. */
function endOfText(page: string, from: number): number {
  if (page.charCodeAt(from) !== QUOTE) return -1;
  for (let at = page.indexOf('"', from + 1); at >= 0; at = page.indexOf('"', at + 1)) {
    let before = at - 1;
    while (page.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  return -1;
}

/** Behind a value, or -1 where it has no end. What stands in it is not looked at: whoever reads it will. */
function endOfValue(page: string, from: number): number {
  let depth = 0;
  for (let at = from; at < page.length;) {
    const code = page.charCodeAt(at);
    const opens = code === 0x7b || code === 0x5b;
    const closes = code === 0x7d || code === 0x5d;
    if (code === QUOTE) {
      at = endOfText(page, at);
      if (at < 0) return -1;
    } else if (depth === 0 && (closes || code === 0x2c || isBlank(code))) return at > from ? at : -1;
    else {
      at += 1;
      if (opens) depth += 1;
      if (closes) depth -= 1;
    }
    if (depth === 0 && (code === QUOTE || closes)) return at;
  }
  return -1;
}
