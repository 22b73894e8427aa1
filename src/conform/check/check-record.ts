import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import { recordFiller } from '../../model/record/record-filler.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import type { GrowingRecord } from '../../model/record/tree.ts';
import type { FormVersion } from '../form-version.ts';
import { lose } from '../plan/formula.ts';
import { formPlan, type QuestionPlan, type Step, type Steps } from '../plan/plan.ts';
import { checkLogic } from './logic.ts';
import { declaredCheck } from './declared.ts';
import { mediaCheck } from './media.ts';
import type { About, Tell, ValueCheck } from './telling.ts';
import { unknownKeys } from './unknown-keys.ts';
import { takeAnswer } from './values.ts';

/** Checks submissions of one version of a form, one after the other. */
export interface RecordChecker {
  /** Reads a submission and tells what is wrong with it; gives its answers. */
  check(answers: JsonRecord): RecordView;
}

export function recordChecker(version: FormVersion, check: ValueCheck): RecordChecker {
  const { tell, hosts, showAll } = check;
  const steps = formPlan(version);
  const plans = plansByNode(steps.all);
  const settle = settler(steps, check);
  const checkMedia = mediaCheck(steps.all);
  const checkDeclared = declaredCheck(version, plans, showAll);
  const fill = recordFiller(version.scope, {
    answer: (node) => takeAnswer(node, plans.get(node), check),
    unknown: unknownKeys(plans.values(), check),
    misplaced: (node, row) => {
      lose(node, row, hosts);
      tellMisplaced(node, row, tell);
    },
  });
  return {
    check: (answers) => {
      const record = fill(answers);
      settle(record);
      checkMedia?.(answers, record, tell, showAll);
      checkDeclared(record, hosts, tell);
      return record;
    },
  };
}

function plansByNode(steps: readonly Step[]): Map<ScopeNode, QuestionPlan> {
  const plans = new Map<ScopeNode, QuestionPlan>();
  const add = (inner: readonly Step[]): void => {
    for (const step of inner) {
      if (step.kind === 'question') plans.set(step.node, step);
      else add(step.steps.all);
    }
  };
  add(steps);
  return plans;
}

/** How often answers are taken out that should not be there, until nothing depends on one of them any more. */
const MOST_ROUNDS = 5;

/**
 * Checks the answers against each other. What is not asked has no answer to a device, so where some is left over, all is
 * checked once more without it; what was told before in vain is forgotten.
 */
function settler(steps: Steps, { tell, hosts, showAll }: ValueCheck): (record: GrowingRecord) => void {
  let leftOver: (() => void)[] = [];
  let told: (() => void)[] = [];
  const hear: Tell = (rule, params, about) => {
    (rule === 'answer-not-asked' ? leftOver : told).push(() => tell(rule, params, about));
  };
  const check = { hosts, showAll, tell: hear, drop };
  return (record) => {
    leftOver = [];
    for (let round = 1; ; round += 1) {
      told = [];
      const before = leftOver.length;
      checkLogic(steps, record, check, true);
      if (leftOver.length === before || round === MOST_ROUNDS) break;
    }
    for (const say of leftOver) say();
    for (const say of told) say();
  };
}

function drop({ node }: QuestionPlan, row: GrowingRecord): void {
  row.values[node.slot] = '';
}

function tellMisplaced(node: ScopeNode, row: RecordView, tell: Tell): void {
  const expected = node.kind === 'repeat' ? 'a list of entries' : 'a group of answers';
  const about: About = {
    node: node.kind === 'repeat' ? node.parent : node,
    row,
    variable: node.name,
    label: '',
    value: undefined,
    hidden: false,
    expected,
    place: undefined,
  };
  tell('answer-shape', { name: node.name, found: 'something else', wanted: expected }, about);
}
