import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import { placeOfCheck } from '../check-place.ts';
import { checksOf } from '../checked-forms.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Form } from '../form.ts';
import type { RecordCheck } from '../record-check.ts';
import type { RecordScope } from '../record/record-scope.ts';
import { repeatsAround } from './answers-at.ts';
import { cannot, type CompiledCheck, type SoftCheck } from './compiled-check.ts';
import { compileSoft, compileWhen } from './conditions.ts';
import { compileDuration } from './durations.ts';
import { type ShownAnswers, shownAnswers, type Showing } from './shown-answers.ts';
import { compileSums } from './sums.ts';

const PUBLIC: Showing = { languages: [], personal: false };

/** Makes the checks of a dictionary ready that are for a form. */
export function compileRecordChecks(
  dictionary: Dictionary,
  form: Form,
  scope: RecordScope,
  showing: Showing = PUBLIC,
): readonly CompiledCheck<RecordCheck>[] {
  const shown = shownAnswers(dictionary, scope, showing);
  return checksOf(form, dictionary).map((check) => compileCheck(check, scope, shown) ?? cannotBe(check, scope));
}

function compileCheck(
  check: RecordCheck,
  scope: RecordScope,
  shown: ShownAnswers,
): CompiledCheck<RecordCheck> | undefined {
  const place = placeOfCheck(check, (name) => {
    const node = scope.find(name);
    return node ? repeatsAround(node) : [];
  });
  if (place.kind !== 'at') return undefined;
  const node = place.repeat ?? scope.root;
  switch (check.kind) {
    case 'when':
      return compileWhen(check, node, scope, shown);
    case 'sums':
      return compileSums(check, node, scope, shown);
    case 'duration':
      return compileDuration(check, scope, shown);
  }
}

/** What `check` tells of the dictionary keeps it from being looked at. */
function cannotBe(check: RecordCheck, { root }: RecordScope): CompiledCheck<RecordCheck> {
  const outcome = cannot(`Check "${check.name}" cannot be looked at in this form: lexiform check tells why.`);
  return { check, node: root, evaluate: () => outcome };
}

/** Makes the limits of plausibility of all questions of a form ready. */
export function compileSoftLimits(
  dictionary: Dictionary,
  scope: RecordScope,
  showing: Showing = PUBLIC,
): readonly CompiledCheck<SoftCheck>[] {
  const shown = shownAnswers(dictionary, scope, showing);
  return answersIn(scope.root).flatMap((node) =>
    softChecksAt(node, scope).map((check) => compileSoft(check, node, scope, shown)),
  );
}

function softChecksAt(node: ScopeNode, scope: RecordScope): readonly SoftCheck[] {
  const question = scope.columnOf(node)?.question;
  if (!question) return [];
  const base = { kind: 'soft', name: node.name, severity: 'warning', label: undefined, question } as const;
  return (question.meaning.soft ?? []).map(({ when, message }) => ({ ...base, when, message }));
}

function answersIn(node: ScopeNode): readonly ScopeNode[] {
  return [...node.children.values()].flatMap((child) => (child.kind === 'answer' ? [child] : answersIn(child)));
}
