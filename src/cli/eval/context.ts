import { suggest } from '../../core/suggest.ts';
import { didYouMean, quote } from '../../diagnostics/quote.ts';
import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import { textInAny } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import { isHidden } from '../../model/record/hidden.ts';
import { type RecordScope, recordScope } from '../../model/record/record-scope.ts';
import { type Host, UsageError } from '../host.ts';
import { type FormChoice, openForm } from '../one-form.ts';

/** A form that expressions are evaluated on. */
export interface EvalContext {
  readonly form: Form;
  readonly scope: RecordScope;
  /** What people are asked there, in the language that opens first. */
  labelOf(node: ScopeNode): string | undefined;
  /** Whether the answer is about a person who could be harmed. */
  isPersonal(node: ScopeNode): boolean;
}

/** @throws UsageError where the source cannot be read, or has no such country or form */
export function openContext(source: string, choice: FormChoice, host: Host): EvalContext {
  const { dictionary, form: chosen } = openForm(source, choice, host);
  const scope = recordScope(deliver(dictionary, chosen, dictionary.profiles[0] ?? 'xlsform'), dictionary);
  return {
    form: chosen,
    scope,
    labelOf: (node) => {
      const column = scope.columnOf(node);
      const languages = [chosen.defaultLanguage, dictionary.defaultLanguage];
      return textInAny(column?.question?.facets.label, languages)?.string.text;
    },
    isPersonal: (node) => isHidden(node, scope, dictionary),
  };
}

/** @throws UsageError where the form has nothing of this name */
export function nodeNamed(name: string, { scope, form }: EvalContext, names: readonly string[]): ScopeNode {
  const node = scope.find(name);
  if (node !== undefined) return node;
  const likely = didYouMean(suggest(name, names));
  throw new UsageError(
    `Form ${quote(form.name.string.text)} has no question ${quote(name)}.${likely}`,
    'Names are written as in the form, large and small letters too.',
  );
}

/** The names of everything in a form, without what converters add. */
export function namesIn({ scope }: EvalContext): readonly string[] {
  const names: string[] = [];
  const waiting: ScopeNode[] = [scope.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node !== scope.root) names.push(node.name);
    waiting.push(...node.children.values());
  }
  return names;
}
