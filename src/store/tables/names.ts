/** Gives a name that was not given before; the engine does not tell capitals from small letters. */
export type Namer = (name: string, fuller?: string) => string;

export function uniqueNames(taken: readonly string[] = []): Namer {
  const used = new Set(taken.map(folded));
  const take = (name: string): string | undefined => {
    if (used.has(folded(name))) return undefined;
    used.add(folded(name));
    return name;
  };
  return (name, fuller = name) => {
    const first = take(name) ?? take(fuller);
    if (first !== undefined) return first;
    for (let number = 2; ; number += 1) {
      const next = take(`${fuller}_${number}`);
      if (next !== undefined) return next;
    }
  };
}

function folded(name: string): string {
  return name.toLowerCase();
}
