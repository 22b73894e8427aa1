import { physicalName } from '../model/code-list.ts';
import type { Plain } from '../model/facets.ts';
import type { Row } from '../model/form.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { choicesTable } from '../xlsform/rows/choices.ts';
import type { Table } from '../xlsform/rows/columns.ts';
import { surveyTable } from '../xlsform/rows/survey.ts';
import { writtenAttachments } from './media/attachments.ts';
import { literal } from './texts.ts';
import { type AdoptedForm, listsOf } from './workbook.ts';

/** The keys that name the lists of a sheet. */
const LISTS = [
  ['lists', 'choices'],
  ['external_lists', 'external_choices'],
  ['osm_lists', 'osm'],
] as const;

/** A form as the language has it, with its items as they are written. */
export function writtenForm(form: AdoptedForm, items: readonly Written[]): WrittenMap {
  const { settings, entities, sheets } = form.named;
  const tags = form.languages.map(form.adopted.tagOf);
  return new Map<string, Written>([
    ...(tags.length > 0 ? [['languages', tags] as const] : []),
    ['stamp', 'no'],
    ...listOrder(form),
    ...columnOrder(form),
    ...writtenAttachments(form.form),
    ...(settings.size > 0 ? [['settings', rowOf(settings, literal)] as const] : []),
    ...(entities.length > 0 ? [['entities', entities.map((row) => rowOf(row, literal))] as const] : []),
    ...(sheets.size > 0 ? [['sheets', sheetsOf(sheets)] as const] : []),
    ['items', items],
  ]);
}

/** The lists of each sheet, where the dictionary would choose other ones or another order. */
function listOrder(form: AdoptedForm): readonly (readonly [string, Written])[] {
  const chosen = chosenLists(form);
  return LISTS.flatMap(([key, sheet]) => {
    const held = listsOf(form).flatMap(([on, { name }]) => (on === sheet ? [name] : []));
    const isSame = sheet === 'choices' && held.join('\n') === chosen.join('\n');
    return held.length === 0 || isSame ? [] : [[key, held.map((name) => form.listName(name, sheet))] as const];
  });
}

function chosenLists({ dictionary, form }: AdoptedForm): readonly string[] {
  const { layout, ...plain } = form;
  const laidOut = layout ? { ...plain, layout: { ...layout, lists: [] } } : plain;
  return deliver(dictionary, laidOut, 'xlsform').inline.map(physicalName);
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
    return isSame || headers.length === 0 ? [] : [[`${sheet}_columns`, headers] as const];
  });
}

function choicesOf(delivery: Delivery): Table {
  return choicesTable(delivery.inline, delivery);
}

/** Other sheets are verbatim: nothing in them is filled in. */
function sheetsOf(sheets: AdoptedForm['form']['sheets']): WrittenMap {
  return new Map([...sheets].map(([name, rows]) => [name, rows.map((row) => rowOf(row, verbatim))]));
}

function verbatim({ string }: Plain): string {
  return string.text;
}

function rowOf(cells: Row, write: (cell: Plain) => string): WrittenMap {
  return new Map([...cells].map(([header, cell]) => [header, write(cell)]));
}
