/** How a thing of the core is in a country, the gravest last. */
export const states = ['same', 'translated', 'more', 'moved', 'changed', 'replaced', 'fewer', 'left-out'] as const;
export type State = (typeof states)[number];

/** Something that a country says otherwise, in both versions; '' where one says nothing. */
export interface Detail {
  /** `constraint`, `label (fr)`, `left out of household_visit` */
  readonly what: string;
  /** Of a text: the tag of its language. */
  readonly language: string | undefined;
  readonly core: string;
  readonly country: string;
  /** The forms in which it is so; '' for all that have it. */
  readonly where: string;
  /** File and line. */
  readonly place: string;
}

/** A thing of the core in a country: how grave it is, what differs in words, and both versions. */
export interface Cell {
  readonly state: State;
  /** All that is so at once. */
  readonly states: readonly State[];
  readonly words: string;
  readonly details: readonly Detail[];
}

/** One thing that is said in a cell. */
export type Part = Omit<Cell, 'states'>;

export const SAME: Cell = { state: 'same', states: [], words: 'same', details: [] };

/** What can be said of a thing at once, in one cell. */
export function cellOf(parts: readonly Part[]): Cell {
  if (parts.length === 0) return SAME;
  const rank = Math.max(...parts.map(({ state }) => states.indexOf(state)));
  // That something is translated is of no interest where more differs.
  const told = rank > states.indexOf('translated') ? parts.filter(({ state }) => state !== 'translated') : parts;
  return {
    state: states[rank] ?? 'same',
    states: states.filter((state) => told.some((part) => part.state === state)),
    words: told.map(({ words }) => words).join('; '),
    details: told.flatMap(({ details }) => details),
  };
}

/** Whether a country differs here; its own languages are no difference. */
export function differs({ state }: Cell): boolean {
  return states.indexOf(state) > states.indexOf('translated');
}

/** Each once, in the order of their first use. */
export function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
