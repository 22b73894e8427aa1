import { quotedFew } from '../../diagnostics/quote.ts';

const TAG = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi;
const LINK = /\]\(\s*([^\s)]+)[^)]*\)/g;

/** What a translation did to the formatting of its source, as the rest of a sentence; undefined where nothing. */
export function brokenMarkup(source: string, translation: string): string | undefined {
  return pairProblem(source, translation) ?? linkProblem(source, translation) ?? tagProblem(source, translation);
}

/** Signs that stand in pairs, the longer before what they begin with. */
const PAIRED = ['**', '__'] as const;

function pairProblem(source: string, translation: string): string | undefined {
  for (const sign of PAIRED) {
    const had = count(source, sign);
    const has = count(translation, sign);
    if (had % 2 !== 0) continue;
    if (has % 2 !== 0) return `has ${sign} ${has === 1 ? 'once' : `${has} times`}, and it works in pairs.`;
    if (had > 0 && has === 0) return `has lost the ${sign} of the source.`;
    if (had === 0 && has > 0) return `has ${sign}, which the source has not.`;
  }
  return undefined;
}

/** Underlines and stars in a row are lines to write on, or separate something. */
function count(text: string, sign: '**' | '__'): number {
  const found =
    sign === '**'
      ? text.matchAll(/(?<!\*)\*\*(?!\*)/g)
      : text.matchAll(/(?<![_\p{L}\p{N}])__(?!_)|(?<!_)__(?![_\p{L}\p{N}])/gu);
  return [...found].length;
}

function linkProblem(source: string, translation: string): string | undefined {
  const had = targetsIn(source);
  const has = targetsIn(translation);
  const lost = had.filter((target) => !has.includes(target));
  const added = has.filter((target) => !had.includes(target));
  if (lost.length > 0) return `has lost the link to ${quotedFew(lost)}.`;
  return added.length > 0 ? `links to ${quotedFew(added)}, and the source does not.` : undefined;
}

function targetsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(LINK)].map(([, target = '']) => target))];
}

function tagProblem(source: string, translation: string): string | undefined {
  const had = tagsIn(source);
  const has = tagsIn(translation);
  const added = [...has].filter((tag) => !had.has(tag));
  if (added.length > 0) return `has the tag ${quotedFew(added)}, and the source has not.`;
  const lost = [...had].filter((tag) => !has.has(tag));
  return lost.length > 0 ? `has lost the tag ${quotedFew(lost)} of the source.` : undefined;
}

function tagsIn(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(TAG)].map(([tag, name = '']) =>
      (tag.startsWith('</') ? `</${name}>` : `<${name}>`).toLowerCase(),
    ),
  );
}
