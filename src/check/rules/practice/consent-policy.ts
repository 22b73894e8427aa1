import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import { type CodeList, offeredCodes } from '../../../model/code-list.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Question } from '../../../model/item.ts';
import { listOf } from '../../../model/type-use.ts';
import { questionsOf } from '../../../model/walk.ts';

/** The manifest's gate: the variable that asks for consent, and the answer that gives it. */
export interface Policy {
  readonly variable: Plain;
  readonly value: Plain;
}

export function policyOf({ policy }: Dictionary): Policy | undefined {
  const variable = policy.get('consent.variable');
  const value = policy.get('consent.value');
  return variable && value ? { variable, value } : undefined;
}

/** A gate that does not exist, or that no answer opens, guards nothing. */
export function checkConsentPolicy(dictionary: Dictionary, report: Report): void {
  const { variable, value } = policyOf(dictionary) ?? {};
  const written = dictionary.policy.get('consent.variable') ?? dictionary.policy.get('consent.value');
  if (written && (!variable || !value)) {
    const missing = variable ? 'value' : 'variable';
    report('consent-policy', written.origin.location, {
      problem: `consent: in the policy has no ${missing}:.`,
      suggestion: undefined,
    });
  }
  if (!variable || !value) return;
  const name = variable.string.text;
  const questions = questionsNamed(name, dictionary);
  if (questions.length === 0) {
    report('unknown-variable', variable.origin.location, {
      name,
      suggestion: suggest(name, dictionary.variables.keys()),
    });
    return;
  }
  for (const { type } of questions) checkValue(value, name, listOf(type), dictionary, report);
}

function checkValue(
  value: Plain,
  name: string,
  named: Plain | undefined,
  { codeLists }: Dictionary,
  report: Report,
): void {
  const list = codeLists.get(named?.string.text ?? '');
  const { text } = value.string;
  if (!list || list.damaged || list.codes.some((code) => code.name.string.text === text)) return;
  report('consent-policy', value.origin.location, {
    problem: `${quote(text)} is not an answer to ${quote(name)}: its list ${quote(list.name)} has no such code.`,
    suggestion: suggest(text, codesOf(list)),
  });
}

function questionsNamed(name: string, { variables, forms }: Dictionary): readonly Question[] {
  const variable = variables.get(name);
  if (variable) return [variable];
  return [...forms.values()].flatMap(({ items }) =>
    questionsOf(items).flatMap(({ item }) => (item.name.string.text === name ? [item] : [])),
  );
}

export function codesOf(list: CodeList): readonly string[] {
  return offeredCodes(list).map(({ name }) => name.string.text);
}
