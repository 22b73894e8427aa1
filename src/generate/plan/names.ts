import { quotedReferences, referencesIn } from '../../expression/references.ts';
import { isFullStop } from '../../expression/shapes.ts';
import { type Expression, walk as walkExpression } from '../../expression/tree.ts';
import type { Formula } from '../../model/facets.ts';
import { type Form, isFormula } from '../../model/form.ts';
import type { Condition, Item, Question, Section } from '../../model/item.ts';
import { facetEntries, walk } from '../../model/walk.ts';
import { gatesOf } from './gates.ts';

/** What a form says of names, all over. */
export interface Names {
  /** Those that some expression reads: as references, and as names in paths. */
  readonly read: ReadonlySet<string>;
  /** Those by which entries of a repeat are counted. */
  readonly counting: ReadonlySet<string>;
  /** The answers that open most of the form, by question. */
  readonly gates: ReadonlyMap<string, string>;
  /** How often a repeat is asked. */
  countOf(repeat: string): Formula | undefined;
  /** Whether a row of a rating needs an answer: its section says so (formpack, score). */
  requiredIn(question: Question | undefined): Condition | undefined;
}

export function namesIn(form: Form): Names {
  const items = walk(form.items).map(({ item }) => item);
  const sections = items.filter((item): item is Section => item.kind === 'section');
  const counts = new Map(sections.map(({ name, facets }) => [name.string.text, facets.repeat_count]));
  const rows = new Map(sections.flatMap((section) => section.items.map((item) => [item, section] as const)));
  const others = [form.settings, ...form.entities].flatMap((row) => [...row.values()].filter(isFormula));
  return {
    read: new Set([...items.flatMap(formulasOf), ...others].flatMap(({ parsed }) => namesOf(parsed.tree))),
    counting: new Set([...counts.values()].flatMap((count) => (count ? namesOf(count.parsed.tree) : []))),
    gates: gatesOf(form),
    countOf: (repeat) => counts.get(repeat),
    requiredIn: (question) => (question?.type.word === 'score__row' ? rows.get(question)?.facets.required : undefined),
  };
}

function formulasOf(item: Item): readonly Formula[] {
  return facetEntries(item.facets).flatMap(([, facet]) =>
    'parsed' in facet && 'tree' in facet.parsed ? [facet as Formula] : [],
  );
}

/** The names that an expression reads: as references, and as names in paths. */
export function namesOf(tree: Expression): readonly string[] {
  const names = [...referencesIn(tree), ...quotedReferences(tree)].map(({ name }) => name);
  walkExpression(tree, (node) => {
    if (node.kind !== 'path' || isFullStop(node)) return;
    for (const { test } of node.steps) if (test.kind === 'name') names.push(test.name);
  });
  return names;
}
