/**
 * Source of a regular expression for one blank: white space as Python's `\s` sees it, because pyxform collapses
 * exactly these before a form is made. The byte-order mark, white space to JavaScript, is left out for that reason.
 */
export const BLANK = '[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
