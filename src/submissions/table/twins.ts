import type { Meaning } from './meaning.ts';

/** Of columns that mean the same the first counts; the others keep what differs, under a key of their own. */
export function withTwins(meanings: readonly Meaning[]): readonly Meaning[] {
  const first = new Map<string, number>();
  const counts = new Map<string, number>();
  return meanings.map((meaning, index) => {
    const key = keyOf(meaning);
    if (key === undefined) return meaning;
    const of = first.get(key);
    if (of === undefined) {
      first.set(key, index);
      return meaning;
    }
    const count = (counts.get(key) ?? 1) + 1;
    counts.set(key, count);
    const twin = { kind: 'twin', of, key: `${key} (${count})` } as const;
    return meaning.kind === 'answer' ? { ...twin, column: meaning.column } : twin;
  });
}

function keyOf(meaning: Meaning): string | undefined {
  switch (meaning.kind) {
    case 'answer':
      return meaning.column.key;
    case 'choice':
      return `${meaning.column.key}/${meaning.code}`;
    case 'place':
      return `${meaning.column.key} ${meaning.part}`;
    case 'entry':
      return `${meaning.column.key} ${meaning.entries.join(' ')}`;
    case 'server':
    case 'unknown':
      return meaning.key;
    case 'join':
    case 'twin':
      return undefined;
  }
}
