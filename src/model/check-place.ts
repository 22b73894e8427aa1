import { singleNames } from '../expression/placed.ts';
import type { RecordCheck } from './record-check.ts';

/** A name of a check, with the repeats that it stands in, outermost first. */
export interface Standing<Repeat> {
  readonly name: string;
  readonly repeats: readonly Repeat[];
}

/** Where a check is looked at: once in a record, or in each entry of a repeat. Or why it can be looked at nowhere. */
export type CheckPlace<Repeat> =
  | { readonly kind: 'at'; readonly repeat: Repeat | undefined }
  | { readonly kind: 'across'; readonly first: Standing<Repeat>; readonly second: Standing<Repeat> }
  | { readonly kind: 'outside'; readonly part: Standing<Repeat>; readonly total: Standing<Repeat> };

/** A condition is looked at in the innermost repeat that it names, a sum where its total stands. */
export function placeOfCheck<Repeat>(
  check: RecordCheck,
  repeatsOf: (name: string) => readonly Repeat[],
): CheckPlace<Repeat> {
  const standing = (name: string): Standing<Repeat> => ({ name, repeats: repeatsOf(name) });
  switch (check.kind) {
    case 'when':
      return innermost(singleNames(check.when.parsed.tree).map(standing));
    case 'sums':
      return beside(
        standing(check.to.string.text),
        check.of.map(({ string }) => standing(string.text)),
      );
    case 'duration':
      return { kind: 'at', repeat: undefined };
  }
}

function innermost<Repeat>(all: readonly Standing<Repeat>[]): CheckPlace<Repeat> {
  const [first, ...others] = all.toSorted((one, other) => other.repeats.length - one.repeats.length);
  const second = first && others.find((other) => !holds(other, first));
  return first && second ? { kind: 'across', first, second } : { kind: 'at', repeat: first?.repeats.at(-1) };
}

function beside<Repeat>(total: Standing<Repeat>, parts: readonly Standing<Repeat>[]): CheckPlace<Repeat> {
  const part = parts.find((each) => !holds(total, each));
  if (!part) return { kind: 'at', repeat: total.repeats.at(-1) };
  return holds(part, total) ? { kind: 'outside', part, total } : { kind: 'across', first: part, second: total };
}

/** Whether the one stands in the same entry as the other, or outside of it. */
function holds<Repeat>(one: Standing<Repeat>, other: Standing<Repeat>): boolean {
  return one.repeats.every((repeat, depth) => repeat === other.repeats[depth]);
}
