/** A set of submissions by file and number: one bit each, however many there are. */
export interface RecordSet {
  /** Takes a submission in; false where it was there already. */
  readonly add: (file: string, number: number) => boolean;
  readonly size: () => number;
}

const WORD = 32;
const FIRST = 1024;

export function createRecordSet(): RecordSet {
  const files = new Map<string, Uint32Array>();
  let size = 0;
  const wordsFor = (file: string, index: number): Uint32Array => {
    const known = files.get(file);
    if (known && index < known.length) return known;
    const grown = new Uint32Array(Math.max(index + 1, (known?.length ?? 0) * 2, FIRST));
    if (known) grown.set(known);
    files.set(file, grown);
    return grown;
  };
  return {
    add: (file, number) => {
      const index = Math.floor(number / WORD);
      const words = wordsFor(file, index);
      const [word, bit] = [words[index] ?? 0, 1 << (number % WORD)];
      if ((word & bit) !== 0) return false;
      words[index] = word | bit;
      size += 1;
      return true;
    },
    size: () => size,
  };
}
