import { compareText, fileOf } from '../../core/location.ts';
import { cutName, ownCopy } from './cut.ts';
import { countNames, type Dimension, dimensions, type Found, type Group, type Groups } from './found.ts';

/** Groups that are kept apart; only names that come from data, such as unknown columns, could make more. */
const MOST_GROUPS = 2000;
const MOST_EXAMPLES = 3;
/** Findings of a group among which different examples are looked for. */
const EXAMPLES_UNTIL = 1000;
const MOST_ANSWERS = 100;
const LONGEST_ANSWER = 60;
/** Counts of versions, enumerators, sites and days, of all groups together. */
const MOST_COUNTS = 200_000;

interface Building {
  errors: number;
  warnings: number;
  infos: number;
  records: number;
  lastRecord: string;
  examples: Found[];
  readonly answers: Map<string, number>;
  readonly among: Map<Dimension, Map<string, number> | undefined>;
}

/** Puts findings together as they come. Those of one group come submission by submission. */
export interface Grouping {
  /** `keep` makes a copy that may stay in memory; it is called for few findings only. */
  readonly add: (found: Found, keep: () => Found) => void;
  readonly groups: () => Groups;
}

export function createGrouping(most = MOST_GROUPS): Grouping {
  const groups = new Map<string, Building>();
  const counts = { left: MOST_COUNTS };
  let others = 0;
  const groupFor = (key: string): Building | undefined => {
    const known = groups.get(key);
    if (known || groups.size >= most) return known;
    const group = newGroup();
    groups.set(ownCopy(key), group);
    return group;
  };
  return {
    add: (found, keep) => {
      const group = groupFor(keyOf(found));
      if (!group) others += 1;
      else count(group, found, keep, counts);
    },
    groups: () => ({ values: [...groups.values()].flatMap(finished).toSorted(inOrder), others }),
  };
}

function newGroup(): Building {
  const among = new Map(dimensions.map((dimension) => [dimension, new Map<string, number>()]));
  return { errors: 0, warnings: 0, infos: 0, records: 0, lastRecord: '', examples: [], answers: new Map(), among };
}

/** Rule, question, and the line of the dictionary, since a question can have several limits. */
function keyOf({ diagnostic: { rule, location, related }, variable }: Found): string {
  const place = location.kind === 'record' ? related[0]?.location : location;
  const at = !place || place.kind === 'record' ? '' : place.kind === 'text' ? place.start : place.cell;
  return `${rule}\n${cutName(variable)}\n${place && at !== '' ? fileOf(place) : ''}\n${at}`;
}

function count(group: Building, found: Found, keep: () => Found, counts: { left: number }): void {
  const { diagnostic, subject, value } = found;
  group[countNames[diagnostic.severity]] += 1;
  exemplify(group, found, keep);
  if (value !== undefined) countAnswer(group.answers, value);
  if (!subject) return;
  const record = `${fileOf(diagnostic.location)}\n${subject.number}`;
  if (record === group.lastRecord) return;
  group.lastRecord = record;
  group.records += 1;
  for (const dimension of dimensions) countAmong(group, dimension, cutName(subject[dimension]), counts);
}

/** The first findings, until others come that say something else. */
function exemplify(group: Building, found: Found, keep: () => Found): void {
  const { examples } = group;
  if (examples.length < MOST_EXAMPLES) examples.push(keep());
  else if (group.errors + group.warnings + group.infos <= EXAMPLES_UNTIL) {
    const again = examples.findLastIndex((each, index) => index > 0 && isAsBefore(examples, each, index));
    const isNew = examples.every((each) => each.diagnostic.message !== found.diagnostic.message);
    if (again > 0 && isNew) examples[again] = keep();
  }
}

function isAsBefore(examples: readonly Found[], { diagnostic }: Found, index: number): boolean {
  return examples.slice(0, index).some((each) => each.diagnostic.message === diagnostic.message);
}

function countAnswer(answers: Map<string, number>, value: string): void {
  if (value.length > LONGEST_ANSWER) return;
  const times = answers.get(value);
  if (times !== undefined) answers.set(value, times + 1);
  else if (answers.size < MOST_ANSWERS) answers.set(ownCopy(value), 1);
}

function countAmong({ among }: Building, dimension: Dimension, value: string, counts: { left: number }): void {
  const known = among.get(dimension);
  if (!known || value === '') return;
  const times = known.get(value);
  if (times !== undefined) known.set(value, times + 1);
  else if (counts.left > 0) {
    counts.left -= 1;
    known.set(ownCopy(value), 1);
  } else among.set(dimension, undefined);
}

function finished(group: Building): Group[] {
  const { errors, warnings, infos, records, answers, among } = group;
  const [first, ...more] = group.examples;
  if (!first) return [];
  const of = (dimension: Dimension): ReadonlyMap<string, number> => among.get(dimension) ?? new Map();
  return [
    {
      errors,
      warnings,
      infos,
      findings: errors + warnings + infos,
      records,
      examples: [first, ...more],
      answers: commonest(answers),
      among: { version: of('version'), enumerator: of('enumerator'), site: of('site'), day: of('day') },
    },
  ];
}

const MOST_COMMON = 5;

function commonest(answers: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const sorted = [...answers].toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return sorted.filter(([, times]) => times > 1).slice(0, MOST_COMMON);
}

function inOrder(a: Group, b: Group): number {
  const [one, other] = [a.examples[0], b.examples[0]];
  return (
    rank(a) - rank(b) ||
    b.records - a.records ||
    b.findings - a.findings ||
    compareText(one.diagnostic.rule, other.diagnostic.rule) ||
    compareText(one.variable, other.variable)
  );
}

function rank({ errors, warnings }: Group): number {
  if (errors > 0) return 0;
  return warnings > 0 ? 1 : 2;
}
