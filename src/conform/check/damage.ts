/** What is left of a letter that could not be read. */
const REPLACED = /\uFFFD/;
/** UTF-8 that was read as Windows-1252: a letter with two bytes, a quotation mark or dash, Arabic. */
const MISREAD = /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|(?:[ØÙ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}/;
/** Letters that a code page does not have. */
const QUESTION_MARKS = /\?{3,}/;

/** Where letters of a text were lost on the way: what it shows, in words. */
export function damageIn(text: string): string | undefined {
  if (!/[\uFFFDÃâØÙ?]/.test(text)) return undefined;
  if (REPLACED.test(text)) return 'the sign for a letter that could not be read (\uFFFD)';
  if (MISREAD.test(text)) return 'letters of two signs, which stand for one each';
  return QUESTION_MARKS.test(text) ? 'question marks in the place of letters' : undefined;
}
