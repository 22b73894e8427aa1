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
  const title = form.title ? textReadings('title', form.title, undefined) : [];
  return [...rows, ...title];
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

const known = new WeakMap<Item, readonly Reading[]>();

/** The expressions of an item, and those of its texts that refer to something; looked up once an item. */
export function itemReadings(item: Item): readonly Reading[] {
  const readings = known.get(item) ?? readItem(item).filter(speaks);
  known.set(item, readings);
  return readings;
}

/** Most texts say nothing that a rule about references could look at. */
function speaks({ kind, references, problems }: Reading): boolean {
  return kind === 'expression' || references.length > 0 || problems.length > 0;
}

function readItem(item: Item): Reading[] {
  const facets = facetEntries(item.facets).flatMap(([column, facet]) => {
    if ('byLanguage' in facet) return textReadings(column, facet, item);
    return 'parsed' in facet && 'tree' in facet.parsed
      ? [expressionReading(column, facet as Formula, item)]
      : [plainReading(column, facet, item)];
  });
  const columns = [...item.columns].map(([header, value]) => plainReading(header, value, item));
  return [...facets, ...columns, ...typeReadings(item), ...softReadings(item)];
}

/** `select_one ${name}` refers to a question too. */
function typeReadings(item: Item): Reading[] {
  return item.kind === 'question' && item.type.string.text.includes('${')
    ? [plainReading('type', item.type, item)]
    : [];
}

function softReadings(item: Item): Reading[] {
  if (item.kind === 'section') return [];
  return (item.meaning.soft ?? []).map(({ when }) => expressionReading('soft', when, item));
}

/** The texts of the codes of a list, which may hold references into the form that uses the list. */
export function codeReadings(list: CodeList): Reading[] {
  return list.codes.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([column, text]) => textReadings(column, text, undefined).filter(speaks)),
  );
}

function textReadings(key: string, text: Text, item: Item | undefined): Reading[] {
  return [...text.byLanguage.values()].map((local) => localReading(key, local, item));
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
