import type { Report } from '../../../diagnostics/collector.ts';
import type { Plain } from '../../../model/facets.ts';
import type { SumsCheck } from '../../../model/record-check.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import type { FormView } from '../../rule-set.ts';
import type { FormIndex } from '../calls/form-index.ts';

/** That nothing is added up twice, and no total is a part of itself. */
export function checkTwice({ of, to }: SumsCheck, report: Report): void {
  const seen = new Set<string>();
  for (const { string, origin } of of) {
    const name = string.text;
    const isTotal = name === to.string.text;
    if (isTotal || seen.has(name)) report('check-sum-twice', origin.location, { name, isTotal });
    seen.add(name);
  }
}

/** That what is added up can be a number in a form. */
export function checkAddends({ of, to }: SumsCheck, view: FormView, index: FormIndex, report: Report): void {
  for (const addend of [...of, to]) {
    const type = noNumber(addend, view, index);
    const [name, form] = [addend.string.text, view.form.name.string.text];
    if (type !== undefined) report('check-sum-type', addend.origin.location, { name, form, type });
  }
}

/** The type of what is surely no number, as it is written. */
function noNumber({ string: { text } }: Plain, { scopeAt }: FormView, index: FormIndex): string | undefined {
  const item = index.target(text)?.item;
  if (!item) return undefined;
  if (item.kind === 'section') return item.type;
  const { kind } = scopeAt(undefined, '').reference({ name: text, lastSaved: false });
  // Of what is computed, and of texts for digits, no more may be known.
  const isOpen = kind === 'unknown' && questionTypes.get(item.type.word)?.answer === 'text';
  return kind === 'number' || isOpen ? undefined : item.type.string.text;
}
