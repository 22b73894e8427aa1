import type { Related } from '../../../diagnostics/diagnostic.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { Difference } from '../../../model/compare/difference.ts';
import { holderWords } from '../../../model/contract/holder-words.ts';
import type { Lock } from '../../../model/contract/locks-on.ts';
import type { Terms } from './terms.ts';

/** Tells of a difference that a lock forbids: at the country's place, with the words of the core beside it. */
export function tellLocked(difference: Difference, { holder, word }: Lock, { who, report, placeOf }: Terms): void {
  const { facet, before, after } = difference;
  const at = placeOf(difference);
  const related = [{ message: `${holderWords(holder)} locks it here`, location: word.origin.location }];
  const more = { related: [...related, ...asInCore(difference)] };
  const broken = { who, thing: thingOf(difference), holder: holderWords(holder), word: word.string.text };
  if (facet === 'add') report('locked-addition', at, { ...broken, to: holdingOf(difference) }, more);
  else if (facet === 'remove') report('locked-removal', at, broken, more);
  else if (facet === 'order')
    report('locked-move', at, { ...broken, before: placeWords(before?.words), after: placeWords(after?.words) }, more);
  else
    report(
      'locked-change',
      at,
      { ...broken, facet, list: listOf(difference), ...fromDifference(before?.words, after?.words) },
      more,
    );
}

const LONG = 80;
const LEAD = 20;

/** Of two long texts, what stands around the first letter in which they differ: the beginning of both is the same. */
function fromDifference(before: string | undefined, after: string | undefined): Sides {
  if (before === undefined || after === undefined || Math.max(before.length, after.length) <= LONG)
    return { before, after };
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const from = before.lastIndexOf(' ', at - LEAD) + 1;
  return from <= LEAD ? { before, after } : { before: `…${before.slice(from)}`, after: `…${after.slice(from)}` };
}

interface Sides {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The place in the core beside which that of the country is shown. */
export function asInCore({ before }: Difference): readonly Related[] {
  return before ? [{ message: 'as the core has it', location: before.origin.location }] : [];
}

/** How a finding names what differs. */
export function thingOf({ subject, name, facet }: Difference): string {
  if (subject.kind === 'code')
    return facet === 'add'
      ? `the code ${quote(name)}`
      : `the code ${quote(name)} of the list ${quote(subject.lists.before.name)}`;
  if (subject.kind === 'list') return `the list ${quote(name)}`;
  if (subject.kind === 'form') return `the form ${quote(name)}`;
  return subject.kind === 'dictionary' ? 'the dictionary' : quote(name);
}

function listOf({ subject }: Difference): string | undefined {
  return subject.kind === 'code' ? subject.lists.before.name : undefined;
}

/** What something is added to. */
function holdingOf({ subject }: Difference): string {
  if (subject.kind === 'code') return `the list ${quote(subject.lists.before.name)}`;
  if (subject.kind !== 'item') return 'the dictionary';
  const section = subject.after?.path.at(-1);
  return section
    ? `the ${section.type} ${quote(section.name.string.text)}`
    : `the form ${quote(subject.forms.after.name.string.text)}`;
}

/** `a/b/c` stands in b of a, behind c. */
function placeWords(words = ''): string {
  const parts = words.split('/');
  const [previous = '', section] = [parts.at(-1), parts.at(-2)];
  const within = section === undefined ? '' : ` in ${quote(section)}`;
  return previous === '' ? `the first place${within}` : `behind ${quote(previous)}${within}`;
}
