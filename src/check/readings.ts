import { memoized } from '../core/memo.ts';
import type { Range } from '../core/range.ts';
import type { Origin } from '../core/origin.ts';
import type { SyntaxProblem } from '../expression/problems.ts';
import { quotedReferences, referencesIn, type ReferenceUse } from '../expression/references.ts';
import type { Expression } from '../expression/tree.ts';
import type { CodeList } from '../model/code-list.ts';
import type { Formula, LocalText, Plain, Text } from '../model/facets.ts';
import { type Form, isFormula } from '../model/form.ts';
import type { Item } from '../model/item.ts';
import { asLocalText } from '../model/parse.ts';
import type { RecordCheck } from '../model/record-check.ts';
import { facetEntries, gather } from '../model/walk.ts';
import type { SourceString } from '../source/source-string.ts';
import { type Facts, factsOf, NO_FACTS } from './facts.ts';

/** An expression or a text that can hold references, as every rule about them wants to see it. */
export interface Reading {
  readonly kind: 'expression' | 'text';
  /** The column or key that it stands in. */
  readonly key: string;
  readonly string: SourceString;
  readonly origin: Origin;
  readonly tree: Expression | undefined;
  readonly references: readonly ReferenceUse[];
  readonly problems: readonly SyntaxProblem[];
  /** What stands in the expression; nothing where it cannot be read, and in a text. */
  readonly facts: Facts;
  readonly curlyQuotes: readonly Range[];
  /** The item that it belongs to, where it belongs to one. */
  readonly item: Item | undefined;
}

/** What in a form can refer to a question beside its items: settings, entities and other sheets. */
export function otherReadings(form: Form): Reading[] {
  const rows = [form.settings, ...form.entities].flatMap((row) =>
    [...row].map(([key, value]) => cellReading(key, value)),
  );
  const titles = [...(form.title?.byLanguage.values() ?? [])];
  return [...rows, ...titles.map((local) => localReading('title', local, undefined))];
}

/** Everything in the items of a form that can refer to a question. */
export const readingsOfItems = gather((item) => itemReadings(item));

/** Puts together what each reading of a form gives; for those of its items it is remembered section by section. */
export function gatherReadings<Value>(
  of: (reading: Reading) => readonly Value[],
): (view: { readonly form: Form; readonly others: readonly Reading[] }) => readonly Value[] {
  const ofItems = gather((item) => itemReadings(item).flatMap(of));
  return ({ form, others }) => [...ofItems(form.items), ...others.flatMap(of)];
}

/** The expressions of an item, and those of its texts that refer to something; looked up once an item. */
export const itemReadings: (item: Item) => readonly Reading[] = memoized(readItem);

/** Most texts say nothing that a rule about references could look at, and there are many: nothing is made of these. */
function speaks({ string }: Plain): boolean {
  return string.text.includes('${');
}

function readItem(item: Item): Reading[] {
  const readings: Reading[] = [];
  for (const [column, facet] of facetEntries(item.facets)) {
    if ('byLanguage' in facet) addTexts(column, facet, item, readings);
    else if ('parsed' in facet && 'tree' in facet.parsed)
      readings.push(expressionReading(column, facet as Formula, item));
    else if (speaks(facet)) readings.push(plainReading(column, facet, item));
  }
  for (const [header, value] of item.columns) if (speaks(value)) readings.push(plainReading(header, value, item));
  readings.push(...typeReadings(item), ...softReadings(item));
  return readings;
}

function addTexts(key: string, { byLanguage }: Text, item: Item | undefined, readings: Reading[]): void {
  for (const local of byLanguage.values()) if (speaks(local)) readings.push(localReading(key, local, item));
}

/** `select_one ${name}` refers to a question too. */
function typeReadings(item: Item): Reading[] {
  return item.kind === 'question' && item.type.string.text.includes('${')
    ? [plainReading('type', item.type, item)]
    : [];
}

function softReadings(item: Item): Reading[] {
  if (item.kind === 'section') return [];
  return (item.meaning.soft ?? []).flatMap(({ when, message }) => {
    const readings = [expressionReading('soft', when, item)];
    if (message) addTexts('soft', message, item, readings);
    return readings;
  });
}

/** Whether data is held against it: the device never computes it. */
export function isForData({ key }: Pick<Reading, 'key'>): boolean {
  return key === 'soft' || key === 'when';
}

/** The condition of a check, and what its message says of answers; looked up once a check. */
export const checkReadings = memoized((check: RecordCheck): readonly Reading[] => {
  const readings = check.kind === 'when' ? [expressionReading('when', check.when, undefined)] : [];
  if (check.message) addTexts('message', check.message, undefined, readings);
  return readings;
});

/** The texts of the codes of a list, which may hold references into the form that uses the list. */
export function codeReadings(list: CodeList): Reading[] {
  return list.codes.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([column, text]) => {
      const readings: Reading[] = [];
      addTexts(column, text, undefined, readings);
      return readings;
    }),
  );
}

function cellReading(key: string, value: Plain | Formula): Reading {
  return isFormula(value) ? expressionReading(key, value, undefined) : plainReading(key, value, undefined);
}

function plainReading(key: string, plain: Plain, item: Item | undefined): Reading {
  return localReading(key, asLocalText(plain), item);
}

function localReading(key: string, { string, origin, parsed }: LocalText, item: Item | undefined): Reading {
  return {
    kind: 'text',
    key,
    string,
    origin,
    item,
    tree: undefined,
    references: parsed.references,
    problems: parsed.problems,
    facts: NO_FACTS,
    curlyQuotes: [],
  };
}

function expressionReading(key: string, { string, origin, parsed }: Formula, item: Item | undefined): Reading {
  const { tree, problems, curlyQuotes } = parsed;
  const references = referencesIn(tree);
  // Inside quotes stand only those that are not among them.
  const isAll = string.text.split('${').length - 1 === references.length;
  return {
    kind: 'expression',
    key,
    string,
    origin,
    item,
    tree,
    problems,
    facts: problems.length === 0 ? factsOf(tree) : NO_FACTS,
    curlyQuotes,
    references: isAll ? references : [...references, ...quotedReferences(tree)],
  };
}
