/** An offset, moved back where it stands between the two halves of a character. */
export function letterBoundary(text: string, offset: number): number {
  const split = /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(offset - 1, 0), offset + 1));
  return split ? offset - 1 : offset;
}
