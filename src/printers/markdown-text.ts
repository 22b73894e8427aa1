import { sentence } from './safe-text.ts';

const PUNCTUATION = /[\\`*[\]|~$]/g;
// Inside a word an underscore is just that.
const EMPHASIS = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const BLOCK = /^(?:[#+=-]|\d+(?=[.)]))/;

/** A sentence that quotes others as plain text of Markdown: no markup, HTML, table cell, link or mention comes out of it. */
export function escapeMarkdown(text: string): string {
  return sentence(text)
    .replaceAll(PUNCTUATION, String.raw`\$&`)
    .replaceAll(EMPHASIS, String.raw`\_`)
    .replace(BLOCK, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@&#8203;')
    .replaceAll('://', ':&#8203;//')
    .replaceAll(/\bwww(?=\.)/gi, '$&&#8203;');
}
