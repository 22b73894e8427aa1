import type { TextLocation } from '../../core/location.ts';
import type { Edit, Range } from '../../core/range.ts';
import type { Entry, EntryPair } from '../entry.ts';

/** What holds a value, from the file inwards: the pairs of maps and the members of lists. */
type Step =
  | { readonly kind: 'pair'; readonly among: readonly EntryPair[]; readonly index: number; readonly isFlow: boolean }
  | { readonly kind: 'member'; readonly among: readonly Entry[]; readonly index: number; readonly isFlow: boolean };

/**
 * The edit that takes the key whose value stands at a place out of a file; with it go the keys around it that would hold
 * nothing more, or nothing but `bare` keys, which mean nothing by themselves. Undefined where nothing stands there.
 */
export function removal(root: Entry, at: TextLocation, bare: readonly string[] = []): Edit | undefined {
  const steps = stepsTo(root, at);
  const last = steps.findLastIndex((step) => step.kind === 'pair');
  if (last < 0) return undefined;
  let outermost = last;
  while (outermost > 0 && isAlone(steps[outermost], bare)) outermost -= 1;
  const step = steps[outermost];
  return step && { ...rangeOf(step, at.source.text), text: '' };
}

function stepsTo(entry: Entry, at: TextLocation): readonly Step[] {
  const isFlow = /^[[{]/.test(entry.location.source.text.slice(entry.location.start, entry.location.end));
  if (entry.kind === 'map') {
    const index = entry.pairs.findIndex(({ keyLocation, value }) => holds(keyLocation.start, value, at));
    const pair = entry.pairs[index];
    return pair ? [{ kind: 'pair', among: entry.pairs, index, isFlow }, ...stepsTo(pair.value, at)] : [];
  }
  if (entry.kind !== 'list') return [];
  const index = entry.items.findIndex((item) => holds(item.location.start, item, at));
  const item = entry.items[index];
  return item ? [{ kind: 'member', among: entry.items, index, isFlow }, ...stepsTo(item, at)] : [];
}

function holds(start: number, { location }: Entry, at: TextLocation): boolean {
  return start <= at.start && at.end <= Math.max(location.end, start);
}

function isAlone(step: Step | undefined, bare: readonly string[]): boolean {
  if (!step) return false;
  if (step.kind === 'member') return step.among.length === 1;
  return step.among.every(({ key }, index) => index === step.index || bare.includes(key.text));
}

function rangeOf(step: Step, text: string): Range {
  const spans = step.kind === 'pair' ? step.among.map(spanOfPair) : step.among.map(({ location }) => location);
  const own = spans[step.index];
  if (!own) throw new RangeError('a step leads to one of its members');
  const [before, after] = [spans[step.index - 1], spans[step.index + 1]];
  if (step.isFlow) {
    if (after) return { start: own.start, end: after.start };
    return { start: before ? before.end : own.start, end: own.end };
  }
  return lines(own, after, step.kind, text);
}

function spanOfPair({ keyLocation, value }: EntryPair): Range {
  return { start: keyLocation.start, end: Math.max(keyLocation.end, value.location.end) };
}

/** Whole lines; of a list whose member begins with this key, only up to the next key, so that the dash stays. */
function lines(own: Range, after: Range | undefined, kind: Step['kind'], text: string): Range {
  const lineStart = text.lastIndexOf('\n', own.start - 1) + 1;
  const before = text.slice(lineStart, own.start);
  const isWhole = kind === 'member' ? /^\s*(?:- +)$/.test(before) : before.trim() === '';
  if (!isWhole && after) return { start: own.start, end: after.start };
  const content = text.slice(own.start, own.end).trimEnd().length;
  const lineEnd = text.indexOf('\n', own.start + Math.max(content, 1) - 1);
  return { start: isWhole ? lineStart : own.start, end: lineEnd < 0 ? text.length : lineEnd + 1 };
}
