import type { Report } from '../../../diagnostics/collector.ts';
import type { Logic } from '../../logic.ts';
import type { FormView, RuleSet } from '../../rule-set.ts';
import { indexForm } from '../calls/form-index.ts';
import { factsIn } from './facts.ts';
import { checkAnswered } from './never-answered.ts';
import { checkAsked } from './never-asked.ts';
import { checkComputed } from './never-computed.ts';
import { checkConditions } from './never-holds.ts';
import { checkOffered } from './never-offered.ts';
import { placesIn } from './places.ts';

/** What can never happen in a form, or always does, whatever people answer. */
export const reachRules: RuleSet = { forms: [checkReach] };

/** Forms of which there was nothing to tell, by their logic: findings would stand in other places after an edit. */
const quiet = new WeakSet<Logic>();

function checkReach(view: FormView, report: Report): void {
  if (quiet.has(view.logic)) return;
  let found = false;
  const noting: Report = (...finding) => {
    found = true;
    report(...finding);
  };
  findReach(view, noting);
  if (!found) quiet.add(view.logic);
}

function findReach(view: FormView, report: Report): void {
  const places = placesIn(view, indexForm(view));
  const facts = factsIn(places);
  const items = checkAsked(places, facts, report);
  const constraints = checkAnswered(places, facts, items, report);
  checkComputed(places, facts, new Set([...items, ...constraints]), report);
  checkConditions(places, facts, { items, constraints }, report);
  checkOffered(places, facts, report);
}
