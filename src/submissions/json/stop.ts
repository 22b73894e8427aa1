const OPENING = /^\{\s*"(?:[^"\\]|\\.)*"(\s*:\s*)(?:"uuid:)?/;
/** The opening of a submission, up to its first answer, is not longer. */
export const LONGEST_OPENING = 1024;

/**
 * What probably stands between this submission and the next, from which that one begins: a file has one way of writing. A
 * submission on its own line is followed by another with the same indent; one among others in a line by a comma and the same
 * first key. With the ids of ODK Central more of it, as the entries of repeats have ids too.
 */
export function likelyStop(opening: string, indent: string | undefined): string | undefined {
  if (indent !== undefined) return `\n${indent}{`;
  const match = OPENING.exec(opening);
  if (!match) return undefined;
  return `${/:\s/.test(match[1] ?? '') ? ', ' : ','}${match[0]}`;
}
