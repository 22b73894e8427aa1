import { isMap, isText, type Written, type WrittenMap, type WrittenText } from '../source/yaml/write.ts';

/** A definition as one form has it, and the tags of the languages in which that form has texts. */
export interface Version<Value extends Written = Written> {
  readonly written: Value;
  readonly tags: ReadonlySet<string>;
}

/** The uses of one name that agree, and what they agree on. */
export interface Class<Use, Value extends Written = Written> {
  readonly version: Version<Value>;
  readonly uses: readonly [Use, ...(readonly Use[])];
}

/** Puts together the uses that agree, each with the first that it agrees with. */
export function classesOf<Use, Value extends Written>(
  uses: readonly Use[],
  versionOf: (use: Use) => Version<Value>,
): readonly Class<Use, Value>[] {
  const classes: { version: Version<Value>; uses: [Use, ...Use[]] }[] = [];
  for (const use of uses) {
    const own = versionOf(use);
    const agreeing = classes.find((each) => {
      const common = agreed(each.version, own);
      if (common) each.version = common;
      return common !== undefined;
    });
    if (agreeing) agreeing.uses.push(use);
    else classes.push({ version: own, uses: [use] });
  }
  return classes;
}

/** Two versions as one, where they differ at most in languages that only one of them has; nothing where they contradict. */
export function agreed<Value extends Written>(one: Version<Value>, other: Version<Value>): Version<Value> | undefined {
  const shared = new Set([...one.tags].filter((tag) => other.tags.has(tag)));
  const written = both(one.written, other.written, shared);
  // What two values of one kind agree on is of that kind.
  return written === undefined ? undefined : { written: written as Value, tags: new Set([...one.tags, ...other.tags]) };
}

function both(one: Written, other: Written, shared: ReadonlySet<string>): Written | undefined {
  if (one === other) return one;
  if (typeof one === 'string' || typeof other === 'string') return undefined;
  if (isMap(one)) return isMap(other) ? bothMaps(one, other, shared) : undefined;
  if (isText(one)) return isText(other) ? bothTexts(one, other, shared) : undefined;
  if (isMap(other) || isText(other) || one.length !== other.length) return undefined;
  return all(one.map((item, at) => both(item, other[at] ?? '', shared)));
}

function bothMaps(one: WrittenMap, other: WrittenMap, shared: ReadonlySet<string>): WrittenMap | undefined {
  if ([...one.keys()].join('\n') !== [...other.keys()].join('\n')) return undefined;
  const values = all([...one].map(([key, value]) => both(value, other.get(key) ?? '', shared)));
  return values && new Map([...one.keys()].map((key, at) => [key, values[at] ?? '']));
}

function bothTexts(one: WrittenText, other: WrittenText, shared: ReadonlySet<string>): WrittenText | undefined {
  const differs = [...shared].some((tag) => one.byTag.get(tag) !== other.byTag.get(tag));
  return differs ? undefined : { byTag: new Map([...one.byTag, ...other.byTag]) };
}

function all(values: readonly (Written | undefined)[]): readonly Written[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Whether two things are written alike, in every language. */
export function isAlike(one: Written, other: Written): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** What is written, as one string that nothing else has. */
export function wordsOf(written: Written): string {
  return JSON.stringify(written, (_key, value: unknown) => (value instanceof Map ? ['map', ...value] : value));
}
