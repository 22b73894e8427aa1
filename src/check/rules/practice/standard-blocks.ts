import { fileOf, type Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Dictionary, Module } from '../../../model/dictionary.ts';
import type { Item } from '../../../model/item.ts';
import type { FormRule, FormView } from '../../rule-set.ts';
import { isAsked } from './asked.ts';
import { standardOf } from './standard-wording.ts';

/** Questions of one standard that a module places together and whose order it locks. */
interface Block {
  readonly standard: string;
  readonly module: string;
  readonly origin: Module['origin'];
  /** The variables in their order. */
  readonly variables: readonly string[];
}

/** Questions of a block as a form asks them, one time through. */
interface Round {
  /** The uses that they came through. */
  readonly way: string;
  /** Their places among the rows of the form. */
  readonly rows: number[];
  readonly variables: string[];
}

/** A block of questions only counts as a whole: all of them, in their order, with nothing between. */
export const checkStandardBlocks: FormRule = (view, report) => {
  const blocks = blocksOf(view.dictionary);
  for (const block of blocks) {
    const alike = blocks.filter(({ standard }) => standard === block.standard);
    for (const round of roundsOf(block, view))
      if (!isAnother(round, block, alike)) checkRound(round, block, alike, view, report);
  }
};

function blocksOf({ modules, variables }: Dictionary): readonly Block[] {
  return [...modules].flatMap(([module, { asks, locks, origin }]) => {
    if (!locks?.lock?.some(({ string }) => string.text === 'all' || string.text === 'order')) return [];
    const standards = new Set(asks.flatMap((name) => standardOf(variables.get(name)) ?? []));
    return [...standards].flatMap((standard): Block[] => {
      const own = asks.filter((name) => standardOf(variables.get(name)) === standard);
      return own.length > 1 ? [{ standard, module, origin, variables: own }] : [];
    });
  });
}

/** What one and the same use places, or what the form asks itself, cut where a question comes again. */
function roundsOf({ variables }: Block, { visits }: FormView): readonly Round[] {
  const rounds: Round[] = [];
  const open = new Map<string, Round>();
  for (const [row, { item }] of visits.entries()) {
    if (item.kind === 'section' || item.variable === undefined || !variables.includes(item.variable)) continue;
    const way = wayOf(item);
    const begun = open.get(way);
    const round = begun && !begun.variables.includes(item.variable) ? begun : { way, rows: [], variables: [] };
    if (round !== begun) rounds.push(round);
    open.set(way, round);
    round.rows.push(row);
    round.variables.push(item.variable);
  }
  return rounds;
}

function wayOf({ origin }: Item): string {
  return origin.trail.map(({ location }) => wordsOf(location)).join(' ');
}

function wordsOf(location: Location): string {
  return `${fileOf(location)}:${location.kind === 'text' ? location.start : ''}`;
}

/** A shorter block may be part of a longer one, and be asked by itself. */
function isAnother(round: Round, block: Block, alike: readonly Block[]): boolean {
  const asked = round.variables.join(' ');
  return alike.some((other) => other !== block && other.variables.join(' ') === asked);
}

function checkRound(round: Round, block: Block, alike: readonly Block[], view: FormView, report: Report): void {
  const missing = block.variables.filter((name) => !round.variables.includes(name));
  const expected = block.variables.filter((name) => round.variables.includes(name));
  const moved = round.variables.filter((name, index) => name !== expected[index]);
  const between = betweenOf(round, alike, view);
  if (missing.length + moved.length + between.length === 0) return;
  report(
    'standard-block-broken',
    placeOf(round, missing, view),
    { standard: block.standard, form: view.form.name.string.text, missing, moved, between },
    { related: [{ message: `the module ${block.module} asks them together`, location: block.origin.location }] },
  );
}

/** Other questions that stand between the first and the last; what the same use places belongs to the block. */
function betweenOf({ way, rows }: Round, alike: readonly Block[], { visits }: FormView): readonly string[] {
  const names = new Set(alike.flatMap(({ variables }) => variables));
  return visits.slice(rows[0], rows.at(-1)).flatMap(({ item }) => {
    if (item.kind === 'section' || names.has(item.variable ?? '') || !isAsked(item)) return [];
    return way !== '' && wayOf(item).endsWith(way) ? [] : [item.name.string.text];
  });
}

/** Where a question was left out of a module, or else the first that is asked. */
function placeOf({ rows }: Round, missing: readonly string[], { form, visits }: FormView): Location {
  const out = form.excluded.find(({ variable }) => variable !== undefined && missing.includes(variable));
  return (out?.name ?? visits[rows[0] ?? 0]?.item ?? form).origin.location;
}
