import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { findReferences } from '../../../expression/reference-text.ts';
import { type CodeList, physicalName } from '../../../model/code-list.ts';
import { loadedFile } from '../../../model/deliver/instances.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { ParameterPair } from '../../../model/parameters.ts';
import { isRepeat } from '../../../model/repeats.ts';
import { gatherWith } from '../../../model/traits.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import type { FormView } from '../../rule-set.ts';
import { reportUnknown } from './item.ts';
import { checkLabels } from './labels.ts';
import { isReference } from './values.ts';
import { placeOfValue, typedValue, type WrittenParameters, writtenParameters } from './written.ts';

/** Most parameters name nothing, and forms of 10,000 rows are checked at every keystroke. */
const NAMING = /seed|tick_labelset|reference-geometry/i;
const OF_FILES = /value|label/i;

/** Parameters that name something else: a list of labels, a question, what a geometry refers to. */
export function checkNamed(view: FormView, report: Report): void {
  const { form, dictionary, profiles } = view;
  for (const item of naming(form.items)) {
    const written = writtenParameters(item);
    if (!written) continue;
    checkTickLabels(written, dictionary, profiles, report);
    for (const pair of written.pairs.values()) {
      const kind = written.known.get(pair.key)?.value.kind;
      if (kind === 'seed' && isReference(pair.value)) checkCapitals('the question', pair, written, report);
      if (kind === 'geometry') checkGeometry(pair, written, view, report);
    }
  }
}

const naming = gatherWith('parameters', (item) =>
  NAMING.test(item.facets.parameters?.string.text ?? '') ? [item] : [],
);

/** Every variable is looked at, asked or not. */
export function checkVariableLabels(dictionary: Dictionary, report: Report, profiles: readonly Profile[]): void {
  for (const variable of dictionary.variables.values()) {
    const written = writtenParameters(variable);
    if (written) checkTickLabels(written, dictionary, profiles, report);
  }
}

function checkTickLabels(
  written: WrittenParameters,
  { codeLists }: Dictionary,
  profiles: readonly Profile[],
  report: Report,
): void {
  const pair = written.pairs.get('tick_labelset');
  if (!pair || !written.known.has('tick_labelset')) return;
  const name = typedValue(written, pair);
  const list = codeLists.get(name);
  if (!list)
    return report('unknown-code-list', placeOfValue(written, pair), {
      name,
      suggestion: suggest(name, codeLists.keys()),
    });
  checkListCapitals(list, pair, written, report);
  checkLabels(list, pair, written, profiles, report);
}

/** The name that counts is the one that the list has in the workbook. */
function checkListCapitals(list: CodeList, pair: ParameterPair, written: WrittenParameters, report: Report): void {
  const value = physicalName(list);
  if (value !== value.toLowerCase())
    report('parameter-capitals', placeOfValue(written, pair), { name: pair.key, value, what: 'the code list' });
}

function checkCapitals(what: string, pair: ParameterPair, written: WrittenParameters, report: Report): void {
  const value = findReferences(typedValue(written, pair))[0]?.name ?? typedValue(written, pair);
  if (value !== value.toLowerCase())
    report('parameter-capitals', placeOfValue(written, pair), { name: pair.key, value, what });
}

/** A code list, a file that the form reads, an entity list, or a repeat. */
function checkGeometry(pair: ParameterPair, written: WrittenParameters, view: FormView, report: Report): void {
  const value = typedValue(written, pair);
  const list = view.dictionary.codeLists.get(value);
  if (list) return checkListCapitals(list, pair, written, report);
  const others = [...view.visits.flatMap(({ item }) => sourcesOf(item)), ...entityLists(view)];
  if (others.includes(value)) return checkCapitals(wordFor(value, view), pair, written, report);
  if (isReference(value) && !view.byName.has(findReferences(value)[0]?.name ?? '')) return;
  report('parameter-value', placeOfValue(written, pair), {
    name: pair.key,
    value,
    expected:
      'a code list, a file that the form reads (without .csv), an entity list, or the name of a repeat as ${name}',
    suggestion: suggest(value, [...view.dictionary.codeLists.keys(), ...others]),
  });
}

function wordFor(value: string, view: FormView): string {
  if (isReference(value)) return 'the repeat';
  return entityLists(view).includes(value) ? 'the entity list' : 'the file';
}

/** What an item makes that a geometry can refer to. */
function sourcesOf(item: FormView['visits'][number]['item']): readonly string[] {
  if (isRepeat(item)) return [`\${${item.name.string.text}}`];
  const loaded = loadedFile(item);
  return loaded ? [loaded.instance] : [];
}

function entityLists({ form }: FormView): readonly string[] {
  return form.entities.flatMap((row) => row.get('list_name')?.string.text ?? []);
}

const withFileParameters = gatherWith('parameters', (item) => {
  const isSelect = item.kind === 'question' && /^select_(one|multiple)$/.test(item.type.word);
  return isSelect && OF_FILES.test(item.facets.parameters?.string.text ?? '') ? [item] : [];
});

/** value and label are there for choices from a file: a list of the dictionary can become one, and then they count. */
export function checkFileParameters({ deliveries }: FormView, report: Report): void {
  for (const { form } of deliveries) {
    for (const item of withFileParameters(form.items)) {
      const written = writtenParameters(item);
      for (const pair of written?.read.pairs ?? [])
        if (written && (pair.key === 'value' || pair.key === 'label')) reportUnknown(pair, written, report);
    }
  }
}
