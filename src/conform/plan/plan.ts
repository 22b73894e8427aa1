import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import type { DataColumn, DataNode, DataSection } from '../../model/columns/column.ts';
import { type Text, textInAny } from '../../model/facets.ts';
import { isHidden } from '../../model/record/hidden.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { FormVersion } from '../form-version.ts';
import { type CodesPlan, codesPlan } from './codes.ts';
import { type ScalePlan, scalePlan } from './scale.ts';
import { type ReadyFormula, readyFormula } from './formula.ts';

/** What is checked of a question. */
export interface QuestionPlan {
  readonly kind: 'question';
  readonly node: ScopeNode;
  readonly column: DataColumn;
  /** What people are asked, in the dictionary's language; empty for what converters add. */
  readonly label: string;
  /** Whether answers are not shown unless somebody asks for them. */
  readonly isPersonal: boolean;
  /** Whether the device fills it without regard to anything else. */
  readonly isMetadata: boolean;
  readonly codes: CodesPlan | undefined;
  readonly scale: ScalePlan | undefined;
  readonly relevant: ReadyFormula | undefined;
  readonly required: ReadyFormula | boolean;
  readonly constraint: ReadyFormula | undefined;
  readonly constraintMessage: string | undefined;
  /** What the device computes, where nobody can change it and it is the same at any time. */
  readonly calculation: ReadyFormula | undefined;
}

export interface SectionPlan {
  readonly kind: 'group' | 'repeat';
  readonly node: ScopeNode;
  readonly section: DataSection['section'];
  readonly relevant: ReadyFormula | undefined;
  /** How many entries there are to be. */
  readonly count: ReadyFormula | undefined;
  readonly steps: Steps;
}

export type Step = QuestionPlan | SectionPlan;

/** Steps in the order of the form. */
export interface Steps {
  readonly all: readonly Step[];
  /** Those of which something is checked where they are asked: the others need not be gone through then. */
  readonly active: readonly Step[];
}

/** What is checked of a form, in the order of its questions. */
export function formPlan(version: FormVersion): Steps {
  return stepsOf(version.scope.nodes, version.scope.root, version);
}

function stepsOf(nodes: readonly DataNode[], parent: ScopeNode, version: FormVersion): Steps {
  const all = nodes.flatMap((data): readonly Step[] => {
    const node = parent.children.get(data.name);
    if (!node) return [];
    if (data.kind !== 'column') return node.kind === 'answer' ? [] : [sectionPlan(data, node, version)];
    return version.scope.columnOf(node) === data ? [questionPlan(data, node, version)] : [];
  });
  return { all, active: all.filter(isActive) };
}

function isActive(step: Step): boolean {
  if (step.kind !== 'question') return !!step.relevant || !!step.count || step.steps.active.length > 0;
  const { relevant, required, constraint, calculation, codes } = step;
  return !!relevant || required !== false || !!constraint || !!calculation || codes?.filter !== undefined;
}

function sectionPlan(data: DataSection, node: ScopeNode, version: FormVersion): SectionPlan {
  const facets = data.section?.facets;
  return {
    kind: data.kind,
    node,
    section: data.section,
    relevant: readyFormula(facets?.relevant, 'relevance', node, version.scope),
    count:
      data.kind === 'repeat'
        ? readyFormula(facets?.repeat_count, 'repeat count', node.parent ?? node, version.scope)
        : undefined,
    steps: stepsOf(data.children, node, version),
  };
}

function questionPlan(column: DataColumn, node: ScopeNode, version: FormVersion): QuestionPlan {
  const { scope, dictionary } = version;
  const { question } = column;
  const facets = question?.facets;
  const read = reader(version);
  return {
    kind: 'question',
    node,
    column,
    label: read(facets?.label) ?? '',
    isPersonal: isHidden(node, scope, dictionary),
    isMetadata: questionTypes.get(question?.type.word ?? '')?.metadata === true,
    codes: isCoded(column) ? codesPlan(column, node, scope) : undefined,
    scale: scalePlan(column),
    relevant: readyFormula(facets?.relevant, 'relevance', node, scope),
    required: requiredOf(column, node, version),
    constraint: readyFormula(facets?.constraint, 'constraint', node, scope),
    constraintMessage: read(facets?.constraint_message),
    calculation: calculationOf(column, node, version),
  };
}

function reader({ dictionary, delivery }: FormVersion): (text: Text | undefined) => string | undefined {
  const languages = [dictionary.defaultLanguage, delivery.form.defaultLanguage];
  return (text) => textInAny(text, languages)?.string.text;
}

function isCoded({ answer }: DataColumn): boolean {
  return answer === 'code' || answer === 'codes' || answer === 'ranking';
}

/** Nobody can be made to answer what is not shown, or cannot be changed. */
function requiredOf({ question, answer }: DataColumn, node: ScopeNode, { scope }: FormVersion): ReadyFormula | boolean {
  const required = question?.facets.required;
  const isShown = questionTypes.get(question?.type.word ?? '')?.visible ?? true;
  if (!required || !isShown || answer === 'none' || isFixed(question)) return false;
  return required.kind === 'flag' ? required.value : (readyFormula(required, 'requirement', node, scope) ?? false);
}

function isFixed(question: DataColumn['question']): boolean {
  const fixed = question?.facets.read_only;
  return fixed?.kind === 'flag' && fixed.value;
}

/** What people may change afterwards, what is computed at a moment of its own, and what varies is not computed again. */
function calculationOf({ question }: DataColumn, node: ScopeNode, { scope }: FormVersion): ReadyFormula | undefined {
  if (!question || question.facets.trigger) return undefined;
  if (question.type.word !== 'calculate' && !isFixed(question)) return undefined;
  const ready = readyFormula(question.facets.calculation, 'calculation', node, scope);
  return ready?.varies === true ? undefined : ready;
}
