import type { Range } from '../../core/range.ts';

/**
 * A stretch of a file that is not read as YAML, so that one mistake does not spoil the rest. `text`: it is one text, as
 * typed from `text.start` to `text.end`. `broken`: some value stands here, but it cannot be told which. `gone`: lines that
 * are left out.
 */
export type Mask = ValueMask | (Range & { readonly as: 'gone' });
/** A mask that stands for a value. */
export type ValueMask = Range & ({ readonly as: 'text'; readonly text: Range } | { readonly as: 'broken' });

export function asText(range: Range, text: Range = range): Mask {
  return { ...range, as: 'text', text };
}

/** The masks that stand for values, in the order of the file. */
export function valueMasks(masks: readonly Mask[]): readonly ValueMask[] {
  return masks.filter((mask): mask is ValueMask => mask.as !== 'gone').toSorted((a, b) => a.start - b.start);
}

/** The first mask that reaches into a range. */
export function maskIn(masks: readonly ValueMask[], range: Range): ValueMask | undefined {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((masks[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const found = masks[low];
  return found && found.start < range.end ? found : undefined;
}

/** The text with letters, or blanks for what is gone, in place of each mask, so that every offset stays. */
export function maskText(text: string, masks: readonly Mask[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, as } of masks.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), as === 'gone' ? blanks(text.slice(from, end)) : letters(text.slice(from, end)));
    done = end;
  }
  return parts.join('') + text.slice(done);
}

function blanks(stretch: string): string {
  return stretch.replaceAll(/[^\r\n]/g, ' ');
}

function letters(stretch: string): string {
  return stretch.replaceAll(/\S/g, 'x');
}
