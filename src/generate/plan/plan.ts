import { literal } from '../../expression/literal.ts';
import { type Scope, type ScopeNode } from '../../expression/evaluate/scope.ts';
import type { AddedColumn, DataColumn, DataNode, DataSection } from '../../model/columns/column.ts';
import { dataNodes } from '../../model/columns/columns.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type Form, isFormula } from '../../model/form.ts';
import type { Question } from '../../model/item.ts';
import { recordScope } from '../../model/record/record-scope.ts';
import type { Level } from '../../model/record/tree.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import { formWorkbook } from '../../xlsform/rows/workbook.ts';
import { type Checks, planChecks } from './checks.ts';
import { choicesOf } from './choices.ts';
import { type Names, namesIn } from './names.ts';
import { limitsOfAnswer, ruleOf, ruleOfCondition, ruleOfText } from './rules.ts';
import { placesOf } from './sources.ts';
import type { AnswerStep, Rule, SectionStep, Step, Writer } from './step.ts';

/** A form, ready to be filled in. */
export interface Plan {
  readonly form: Form;
  /** As servers know it. */
  readonly formId: string;
  readonly version: string;
  readonly level: Level;
  readonly steps: readonly Step[];
  /** The questions by their names, the first of each. */
  readonly named: ReadonlyMap<string, AnswerStep>;
  /** The names of questions that some expression of the form or some check reads. */
  readonly read: ReadonlySet<string>;
  readonly checks: Checks;
}

interface Making {
  readonly form: Form;
  readonly scope: Scope;
  readonly levelOf: (node: ScopeNode) => Level;
  readonly names: Names;
  /** The calculation of the stamp. */
  readonly stamp: string;
  count: number;
}

export function planForm(dictionary: Dictionary, form: Form, profile: Profile): Plan {
  const delivery = deliver(dictionary, form, profile);
  const built = formWorkbook(delivery, dictionary);
  const plain = recordScope(delivery, dictionary);
  const setting = (name: string): string | undefined => delivery.form.settings.get(name)?.string.text;
  const version = setting('version') ?? (profile === 'xlsform' ? '' : built.version);
  const names = namesIn(delivery.form);
  const { levelOf } = plain;
  const scope = { ...plain, version };
  const making = {
    form: delivery.form,
    scope,
    levelOf,
    names,
    stamp: literal(built.stamp ?? ''),
    count: 0,
  };
  const steps = stepsOf(dataNodes(delivery, dictionary), plain.root, making);
  const checks = planChecks(dictionary, delivery.form, scope, steps);
  return {
    form,
    formId: setting('form_id') ?? setting('id_string') ?? form.name.string.text,
    version,
    level: levelOf(plain.root),
    steps,
    named: new Map(
      placesOf(steps)
        .toReversed()
        .map(({ step }) => [step.node.name, step]),
    ),
    read: new Set([...names.read, ...checks.read]),
    checks,
  };
}

function stepsOf(nodes: readonly DataNode[], parent: ScopeNode, making: Making): readonly Step[] {
  const taken = new Set<ScopeNode>();
  return nodes.flatMap((data) => {
    const node = parent.children.get(data.name);
    // A second one of a name cannot be told from the first.
    if (node === undefined || taken.has(node)) return [];
    taken.add(node);
    making.count += 1;
    return [data.kind === 'column' ? answerStep(data, node, making) : sectionStep(data, node, making)];
  });
}

function sectionStep({ kind, section, path, children }: DataSection, node: ScopeNode, making: Making): SectionStep {
  const number = making.count;
  const count = kind === 'repeat' ? section?.facets.repeat_count : undefined;
  // A count stands beside its repeat, not in it.
  const beside: ScopeNode = { ...node, kind: 'answer', depth: node.parent?.depth ?? 0 };
  return {
    kind,
    number,
    node,
    key: path.join('/'),
    relevant: ruleOf('relevant', section?.facets.relevant, making.scope, node),
    count: ruleOf('repeat_count', count, making.scope, beside),
    level: making.levelOf(node),
    steps: stepsOf(children, node, making),
  };
}

function answerStep(column: DataColumn, node: ScopeNode, making: Making): AnswerStep {
  const { scope } = making;
  const { question, path, added } = column;
  const { facets } = question ?? {};
  const choices = choicesOf(column, scope, node);
  const formula = added
    ? addedFormula(added, column, node, making)
    : ruleOf('calculation', facets?.calculation, scope, node);
  const initial = facets?.default;
  return {
    kind: 'answer',
    number: making.count,
    node,
    column,
    key: path.join('/'),
    writer: writerOf(column, formula),
    relevant: added === 'other' ? ruleOfOther(column, scope, node) : ruleOf('relevant', facets?.relevant, scope, node),
    required:
      isRankLevel(question) || ruleOfCondition(facets?.required ?? making.names.requiredIn(question), scope, node),
    constraint: ruleOf('constraint', facets?.constraint, scope, node),
    limits: limitsOfAnswer(column, choices, scope, node),
    formula,
    triggers: triggersOf(question).flatMap((name) => scope.find(name) ?? []),
    initial: initial?.kind === 'formula' ? ruleOf('default', initial, scope, node) : initial?.string.text.trim(),
    choices,
    counts: making.names.counting.has(column.name),
    gate: making.names.gates.get(column.name),
    unlike: isRankLevel(question) ? [...(node.parent?.children.values() ?? [])].filter((each) => each !== node) : [],
  };
}

function isRankLevel(question: Question | undefined): boolean {
  return question?.type.word === 'rank__level';
}

/** The text beside an `or_other` is asked where that is chosen (pyxform: _or_other). */
function ruleOfOther({ name }: DataColumn, scope: Scope, node: ScopeNode): Rule | undefined {
  const select = name.replace(/_other$/u, '');
  return ruleOfText('relevant', `selected(../${select}, 'other')`, scope, node);
}

function addedFormula(added: AddedColumn, column: DataColumn, node: ScopeNode, making: Making): Rule | undefined {
  const { form, scope } = making;
  switch (added) {
    case 'count': {
      const counted = making.names.countOf(column.name.replace(/_count$/u, ''));
      return ruleOf('calculation', counted, scope, node);
    }
    case 'stamp':
      return ruleOfText('calculation', making.stamp, scope, node);
    case 'instanceName': {
      const name = form.settings.get('instance_name');
      return (
        name &&
        (isFormula(name)
          ? ruleOf('calculation', name, scope, node)
          : ruleOfText('calculation', name.string.text, scope, node))
      );
    }
    case 'entity-label': {
      const label = form.entities.length === 1 ? form.entities[0]?.get('label') : undefined;
      return label && isFormula(label) ? ruleOf('calculation', label, scope, node) : undefined;
    }
    case 'other':
    case 'table-heading':
    case 'instanceID':
      return undefined;
  }
}

function triggersOf(question: Question | undefined): readonly string[] {
  const text = question?.facets.trigger?.string.text ?? '';
  return [...text.matchAll(/\$\{\s*([^}\s]+)\s*\}/gu)].map(([, name = '']) => name);
}

function writerOf({ answer, question, added }: DataColumn, formula: Rule | undefined): Writer {
  if (formula) return 'formula';
  if (added) return added === 'other' ? 'person' : added === 'instanceID' ? 'device' : 'nobody';
  const type = questionTypes.get(question?.type.word ?? '');
  if (type?.metadata === true || type === BACKGROUND_PLACE || type === BACKGROUND_SOUND) return 'device';
  if (answer === 'none') return question?.facets.default ? 'person' : 'nobody';
  return 'person';
}

const BACKGROUND_PLACE = questionTypes.get('background-geopoint');
const BACKGROUND_SOUND = questionTypes.get('background-audio');
