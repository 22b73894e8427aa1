import { compareLocations } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Question } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import type { FormView } from '../../rule-set.ts';
import { hasAnswer } from './asked.ts';

/** Stata keeps this many characters of a variable's name. */
const STATA_LIMIT = 32;

export function checkVariableNameLengths({ variables }: Dictionary, report: Report): void {
  for (const variable of variables.values()) checkLength(variable, report);
}

/** Names that a form gives: of its own questions, by `as:`, and by the prefix or suffix of a module. */
export function checkItemNameLengths({ form, dictionary }: FormView, report: Report): void {
  for (const item of longNamed(form.items))
    if (!dictionary.variables.has(item.name.string.text)) checkLength(item, report);
}

const longNamed = gather((item) => (item.kind === 'question' && lengthOf(item) > STATA_LIMIT ? [item] : []));

/** In characters, as people count them. */
function lengthOf({ name }: Question): number {
  return [...name.string.text].length;
}

function checkLength(question: Question, report: Report): void {
  const { name, origin } = question;
  const { text } = name.string;
  const length = text.length > STATA_LIMIT ? lengthOf(question) : text.length;
  if (length <= STATA_LIMIT || !hasAnswer(question) || hasPlaceholder(text)) return;
  const use = origin.trail.findLast(({ kind }) => kind === 'use');
  report(
    'long-name',
    name.origin.location,
    { name: text, length, limit: STATA_LIMIT },
    use ? { related: [{ message: 'placed by this use', location: use.location }] } : {},
  );
}

const localWithId = gather((item) =>
  item.kind === 'question' && item.variable === undefined && item.meaning.id ? [item] : [],
);

/** A permanent id means one concept. Columns that share a variable share its id; everything else has its own. */
export function checkIds({ variables, forms }: Dictionary, report: Report): void {
  const local = [...forms.values()].flatMap(({ items }) => localWithId(items));
  const seen = new Map<string, { readonly name: string; readonly id: Plain }>();
  for (const { name, meaning } of [...variables.values(), ...local]) {
    const id = meaning.id;
    if (!id) continue;
    const { text } = id.string;
    const earlier = seen.get(text);
    if (!earlier) seen.set(text, { name: name.string.text, id });
    else if (compareLocations(earlier.id.origin.location, id.origin.location) !== 0)
      report(
        'duplicate-id',
        id.origin.location,
        { id: text, name: name.string.text, other: earlier.name },
        { related: [{ message: 'first here', location: earlier.id.origin.location }] },
      );
  }
}
