import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import { type JsonRecord, recordReader } from '../../model/record/record-reader.ts';
import type { GrowingRecord } from '../../model/record/tree.ts';
import type { FormVersion } from '../form-version.ts';
import { type Hosts, lose } from '../plan/formula.ts';
import { formPlan, type QuestionPlan, type Step } from '../plan/plan.ts';
import { checkLogic } from './logic.ts';
import { declaredCheck } from './declared.ts';
import { mediaCheck } from './media.ts';
import type { About, Tell } from './telling.ts';
import { unknownKeys } from './unknown-keys.ts';
import { checkValue } from './values.ts';

/** Checks submissions of one version of a form, one after the other. */
export interface RecordChecker {
  /** Reads a submission and tells what is wrong with it; gives its answers. */
  check(answers: JsonRecord, hosts: Hosts, tell: Tell): RecordView;
}

export function recordChecker(version: FormVersion, { showAll }: { readonly showAll: boolean }): RecordChecker {
  const steps = formPlan(version);
  const plans = plansByNode(steps);
  const read = recordReader(version.scope);
  const checkMedia = mediaCheck(steps);
  const checkDeclared = declaredCheck(version, plans, showAll);
  const takeUnknown = unknownKeys(plans.values());
  return {
    check: (answers, hosts, tell) => {
      const check = { tell, hosts, showAll };
      const record = read(answers, hosts.end.clock, {
        answer: (node, value, answer, row) => {
          const plan = plans.get(node);
          if (plan) checkValue(plan, value, answer, row, check);
        },
        unknown: (key, value, node, row) => takeUnknown(key, value, node, row, check),
        misplaced: (node, row) => {
          lose(node, row, hosts);
          tellMisplaced(node, row, tell);
        },
      });
      settle(steps, record, check);
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
      else add(step.steps);
    }
  };
  add(steps);
  return plans;
}

/** How often answers are taken out that should not be there, until nothing depends on one of them any more. */
const MOST_ROUNDS = 5;

type Settling = Omit<Parameters<typeof checkLogic>[2], 'drop'>;

/**
 * Checks the answers against each other. What is not asked has no answer to a device, so where some is left over, all is
 * checked once more without it; what was told before in vain is forgotten.
 */
function settle(steps: readonly Step[], record: GrowingRecord, { tell, hosts, showAll }: Settling): void {
  const leftOver: (() => void)[] = [];
  for (let round = 1; ; round += 1) {
    const told: (() => void)[] = [];
    const before = leftOver.length;
    const hear: Tell = (rule, params, about) => {
      (rule === 'answer-not-asked' ? leftOver : told).push(() => tell(rule, params, about));
    };
    checkLogic(steps, record, { hosts, showAll, tell: hear, drop }, true);
    if (leftOver.length > before && round < MOST_ROUNDS) continue;
    for (const say of [...leftOver, ...told]) say();
    return;
  }
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
