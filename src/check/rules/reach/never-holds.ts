import type { Report } from '../../../diagnostics/collector.ts';
import { all, ANYTIME, type Cases } from '../../../expression/domains/cases.ts';
import { answered } from '../../../expression/domains/answers.ts';
import { casesOf } from '../../../expression/domains/condition.ts';

import { referencesIn } from '../../../expression/references.ts';
import { type Expression, walk } from '../../../expression/tree.ts';
import { checksOf } from '../../../model/checked-forms.ts';
import type { Item } from '../../../model/item.ts';
import { checkReadings, type Reading } from '../../readings.ts';
import type { FormView } from '../../rule-set.ts';
import { alternativesIn, type Condition, conditionsOf } from './conditions.ts';
import { factsButOf, type Facts } from './facts.ts';
import { isReadable, type Places } from './places.ts';
import { type Claim, clausesOf, disprove, isOnPurpose, type Proof } from './proof.ts';
import { placeOfParts, reasonOf, relatedTo, wordsIn } from './telling.ts';

/** What is told elsewhere: items that are never asked, and constraints that no answer meets. */
export interface Told {
  readonly items: ReadonlySet<Item>;
  readonly constraints: ReadonlySet<Item>;
}

/** Conditions inside others that never hold or always do, and branches that are never taken. */
export function checkConditions(places: Places, facts: Facts, told: Told, report: Report): void {
  for (const reading of [...places.view.readings, ...readingsForData(places.view)]) {
    if (!decides(reading) || !isReadable(reading) || (reading.item && told.items.has(reading.item))) continue;
    for (const condition of conditionsOf(reading)) checkCondition(condition, reading, places, facts, told, report);
  }
}

/** The conditions that data of the form is held against. */
function readingsForData({ form, dictionary }: FormView): readonly Reading[] {
  return checksOf(form, dictionary).flatMap(checkReadings);
}

/** Most expressions have no part that could be told by itself. */
function decides({ key, facts }: Reading): boolean {
  if (facts.calls.some(({ name }) => name === 'if')) return true;
  return isWhole(key) || facts.operations.some(({ node }) => node.kind === 'binary' && node.operator === 'or');
}

/** Relevances and constraints have findings of their own where they never hold. */
function isWhole(key: string): boolean {
  return key === 'required' || key === 'read_only' || key === 'when';
}

function checkCondition(
  condition: Condition,
  reading: Reading,
  places: Places,
  facts: Facts,
  told: Told,
  report: Report,
): void {
  const { by, node, before } = condition;
  if (by === 'column' && reading.key === 'constraint' && reading.item && told.constraints.has(reading.item)) return;
  const claim: Omit<Claim, 'parts'> = {
    names: places.names(reading),
    given: by === 'column' ? givenIn(reading, places) : ANYTIME,
    around: [],
    about: factsButOf(reading.item, facts),
  };
  const own = clausesOf(node);
  const proof = by === 'if' || isWhole(reading.key) ? disprove({ ...claim, parts: [...own, ...before] }) : undefined;
  if (proof) {
    if (proof.parts.some((part) => own.includes(part))) tell(proof, condition, reading, told, report);
    return;
  }
  for (const parts of alternativesIn(node)) checkAlternatives(parts, claim, condition, reading, told, report);
}

/** A constraint is looked at when there is an answer. */
function givenIn({ key, item }: Reading, places: Places): Cases {
  const variable = key === 'constraint' && item ? places.variable(item.name.string.text) : undefined;
  return variable ? answered(variable, true) : ANYTIME;
}

function checkAlternatives(
  parts: readonly Expression[],
  claim: Omit<Claim, 'parts'>,
  condition: Condition,
  reading: Reading,
  told: Told,
  report: Report,
): void {
  for (const part of parts) {
    const proof = disprove({ ...claim, parts: clausesOf(part) });
    if (proof) tell(proof, { ...condition, by: 'column', before: [] }, reading, told, report);
  }
  const never = all([claim.given ?? ANYTIME, ...parts.map((part) => casesOf(part, false, claim.names))]);
  if (never.length > 0 || parts.some(isAboutNothing)) return;
  const clauses = parts.map((node) => ({ node, holds: true }));
  // Of several questions at once, it may have been written out to be complete.
  const severity = isAboutOne(parts) ? 'warning' : 'info';
  report('always-holds', placeOfParts(clauses, reading).at, { written: wordsIn(clauses, reading) }, { severity });
}

/** `${x} = '' or ${x} != ''` makes something be computed again; `1 = 1` switches something on. */
function isAboutNothing(part: Expression): boolean {
  let names = false;
  let empty = false;
  walk(part, (node) => {
    names ||= node.kind === 'reference' || node.kind === 'path';
    empty ||= node.kind === 'string' && node.value === '';
  });
  return empty || !names;
}

function isAboutOne(parts: readonly Expression[]): boolean {
  const names = new Set(parts.flatMap((part) => referencesIn(part).map(({ name }) => name)));
  return names.size < 2;
}

function tell(proof: Proof, { by, before }: Condition, reading: Reading, { items }: Told, report: Report): void {
  const { parts, because } = proof;
  // What waits for something that is never asked follows from that, and is told there.
  if (isOnPurpose(proof) || because.some(({ owner }) => items.has(owner))) return;
  const own = parts.filter((part) => !before.includes(part));
  const earlier = parts.filter((part) => before.includes(part));
  const { at, others } = placeOfParts(own, reading);
  const params = { written: wordsIn(own, reading), because: because.map(reasonOf) };
  const related = [...others, ...because.map(relatedTo)];
  if (by === 'column') report('never-holds', at, params, { related });
  else report('branch-never-taken', at, { ...params, after: wordsIn(earlier, reading) }, { related });
}
