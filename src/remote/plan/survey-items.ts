import type { NormalForm, NormalRow } from '../content/normal-form.ts';

/** A question or a section of a form, as KoboToolbox knows it: names are unique in the whole form. */
export interface SurveyItem {
  readonly name: string;
  readonly subject: 'question' | 'group' | 'repeat';
  /** The names of the sections around it, outermost first. */
  readonly path: readonly string[];
  /** The repeats among them. */
  readonly repeats: readonly string[];
  readonly cells: NormalRow;
}

/** The items of a form in their order, by name. */
export function surveyItems({ survey }: Pick<NormalForm, 'survey'>): ReadonlyMap<string, SurveyItem> {
  const items = new Map<string, SurveyItem>();
  const open: SurveyItem[] = [];
  for (const cells of survey) {
    const type = cells.get('type') ?? '';
    if (type.startsWith('end_')) {
      open.pop();
      continue;
    }
    const item = itemOf(cells, type, open);
    items.set(item.name, item);
    if (type.startsWith('begin_')) open.push(item);
  }
  return items;
}

function itemOf(cells: NormalRow, type: string, open: readonly SurveyItem[]): SurveyItem {
  return {
    name: cells.get('name') ?? '',
    subject: type === 'begin_repeat' ? 'repeat' : type.startsWith('begin_') ? 'group' : 'question',
    path: open.map(({ name }) => name),
    repeats: open.filter(({ subject }) => subject === 'repeat').map(({ name }) => name),
    cells,
  };
}

/** Where its answers stand in a submission: `group/question`. */
export function fullPath({ path, name }: SurveyItem): string {
  return [...path, name].join('/');
}
