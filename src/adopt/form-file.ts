import type { Delivery } from '../model/deliver/delivery.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { choicesTable } from '../xlsform/rows/choices.ts';
import type { Table } from '../xlsform/rows/columns.ts';
import { surveyTable } from '../xlsform/rows/survey.ts';
import { writtenAttachments } from './media/attachments.ts';
import { writtenItems } from './items.ts';
import { type AdoptedForm, listsOf, type ListSheet, nameOf } from './workbook.ts';

/** The keys that name the lists of a sheet. */
const LISTS = [
  ['lists', 'choices'],
  ['external_lists', 'external_choices'],
  ['osm_lists', 'osm'],
] as const;

/** A form as the language has it; what is a variable is named only. */
export function formFile(form: AdoptedForm, questions: WrittenMap): WrittenMap {
  const { settings, items, entities, sheets } = form.form;
  const rows = (all: typeof entities): Written =>
    all.map((row) => new Map([...row].map(([header, { string }]) => [header, string.text])));
  const tags = form.languages.map(form.adopted.tagOf);
  const held = (sheet: ListSheet): readonly string[] =>
    listsOf(form).flatMap(([on, { name }]) => (on === sheet ? [form.listName(name, sheet)] : []));
  const keys: readonly (readonly [string, Written])[] = [
    ...(tags.length > 0 ? [['languages', tags] as const] : []),
    ['stamp', 'no'],
    ...LISTS.flatMap(([key, sheet]) => (held(sheet).length > 0 ? [[key, held(sheet)] as const] : [])),
    ...columnOrder(form),
    ...writtenAttachments(form.form),
    ...(settings.size > 0 ? [['settings', rowOf(settings)] as const] : []),
    ...(entities.length > 0 ? [['entities', rows(entities)] as const] : []),
    ...(sheets.size > 0 ? [['sheets', new Map([...sheets].map(([name, all]) => [name, rows(all)]))] as const] : []),
    ['items', writtenItems(items, form, new Set(questions.keys()))],
  ];
  return new Map([['forms', new Map([[nameOf(form), new Map(keys)]])]]);
}

const SHEETS = { survey: surveyTable, choices: choicesOf } as const;

/** The order of the columns where the dictionary would choose another one: the converter keeps it in the form. */
function columnOrder({ dictionary, form }: AdoptedForm): readonly (readonly [string, Written])[] {
  const { layout, ...plain } = form;
  const [asRead, asChosen] = [
    form,
    { ...plain, ...(layout ? { layout: { ...layout, headings: new Map() } } : {}) },
  ].map((each) => deliver(dictionary, each, 'xlsform'));
  if (!asRead || !asChosen) return [];
  return (['survey', 'choices'] as const).flatMap((sheet) => {
    const headers = SHEETS[sheet](asRead).headers;
    const isSame = SHEETS[sheet](asChosen).headers.join('\n') === headers.join('\n');
    return isSame ? [] : [[`${sheet}_columns`, headers] as const];
  });
}

function choicesOf(delivery: Delivery): Table {
  return choicesTable(delivery.inline, delivery);
}

function rowOf(settings: AdoptedForm['form']['settings']): WrittenMap {
  return new Map([...settings].map(([header, { string }]) => [header, string.text]));
}
