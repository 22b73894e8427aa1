import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import type { Item, Question, Section } from '../../../model/item.ts';
import { isRepeat } from '../../../model/repeats.ts';
import { gatherWith } from '../../../model/traits.ts';
import { gather } from '../../../model/walk.ts';
import { listOf } from '../../../model/type-use.ts';
import { META, ROOT, STAMP } from '../../../vocabulary/reserved.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import { type FormView, refusedBy } from '../../rule-set.ts';
import { isVisible } from './shown.ts';

const emptySections = gatherWith('section', (item) =>
  item.kind === 'section' && item.items.length === 0 ? [item] : [],
);

/** Sections with nothing in them: workbooks that are adapted go out without them, others are refused. */
export function checkEmptySections({ form, profiles, readings }: FormView, report: Report): void {
  const empty = emptySections(form.items);
  if (empty.length === 0) return;
  const referred = new Set(readings.flatMap(({ references }) => references.map(({ name }) => name)));
  for (const section of empty) {
    const name = section.name.string.text;
    const written = profiles.includes('xlsform');
    const used = referred.has(name);
    // What stood in it was told already.
    if (section.lost && !used) continue;
    const severity: Severity = used || (written && section.type !== 'repeat') ? 'error' : 'warning';
    report('empty-section', section.name.origin.location, { name, dropped: !written, used }, { severity });
  }
}

/** What a group holds may be hidden altogether, such as calculations: ODK Validate finds nothing in it to show. */
export function checkHiddenGroups({ form }: FormView, report: Report): void {
  for (const { name } of hiddenGroups(form.items)) {
    const params = { name: name.string.text, dropped: false, used: false, hidden: true };
    report('empty-section', name.origin.location, params);
  }
}

const hiddenGroups = gatherWith('section', (item) =>
  item.kind === 'section' && item.type === 'group' && !item.lost && item.items.length > 0 && !item.items.some(isShown)
    ? [item]
    : [],
);

/** Of a type that nobody knows, that is told. */
function isShown(item: Item): boolean {
  return item.kind === 'section' || !questionTypes.has(item.type.word) || isVisible(item);
}

interface Taken {
  readonly item: Item;
  readonly holder: string;
  readonly severity: Severity | undefined;
}

/** Names that a form gives to parts of its own. */
export function checkTakenNames(view: FormView, report: Report): void {
  for (const { item, holder, severity } of [...metaNames(view), ...rootNames(view), ...stampNames(view)]) {
    const { string, origin } = item.name;
    if (severity) report('name-taken', origin.location, { name: string.text, holder }, { severity });
  }
}

function metaNames({ byName, profiles }: FormView): readonly Taken[] {
  const holder = 'the part of the form that holds the id of the submission';
  return (byName.get(META) ?? []).map(({ item, path }) => {
    return { item, holder, severity: path.length === 0 ? 'error' : refusedBy('odk', profiles) };
  });
}

/** pyxform finds two elements for a reference to the name of the outermost one, whatever else bears it. */
function rootNames({ byName, profiles, form, readings }: FormView): readonly Taken[] {
  const root = form.settings.get('name')?.string.text ?? ROOT;
  const found = byName.get(root) ?? [];
  const referred = found.length > 0 && readings.some(({ references }) => references.some(({ name }) => name === root));
  return found.map(({ item }) => {
    const refused = item.kind === 'section' ? refusedBy('kobo', profiles) : undefined;
    return { item, holder: 'the form itself', severity: isRepeat(item) || referred ? 'error' : refused };
  });
}

function stampNames({ byName, profiles, form }: FormView): readonly Taken[] {
  if (!form.stamp || profiles.every((profile) => profile === 'xlsform')) return [];
  const holder = 'the value that Lexiform adds, which tells of a submission which form made it';
  return (byName.get(STAMP) ?? []).map(({ item }) => ({ item, holder, severity: 'error' }));
}

const repeatsIn = gatherWith('section', (item) => (isRepeat(item) ? [item] : []));

/** The name of a repeat stands once in a form, wherever it is nested (pyxform NAMES_004). */
export function checkRepeatNames({ form }: FormView, report: Report): void {
  const seen = new Map<string, Section>();
  for (const item of repeatsIn(form.items)) {
    const { string, origin } = item.name;
    const earlier = seen.get(string.text);
    seen.set(string.text, earlier ?? item);
    if (earlier)
      report(
        'duplicate-name',
        origin.location,
        { name: string.text, form: form.name.string.text, other: string.text },
        { related: [{ message: 'first here', location: earlier.name.origin.location }] },
      );
  }
}

/** What only KoboToolbox has. */
const ofKobo = gather((item) => {
  const word = item.kind === 'section' ? item.type : item.type.word;
  return ['kobomatrix', 'score', 'rank', 'score__row', 'rank__level'].includes(word) ? [item] : [];
});

/** Sections of KoboToolbox need columns and places of their own (kobo-api.md 4.3). */
export function checkKoboSections({ form, visits, profiles }: FormView, report: Report): void {
  const severity = refusedBy('kobo', profiles);
  if (severity === undefined || ofKobo(form.items).length === 0) return;
  for (const { item, path } of visits) {
    const found = item.kind === 'section' ? lacks(item, path) : misplaced(item, path);
    if (found)
      report('kobo-section-parts', item.name.origin.location, { name: item.name.string.text, ...found }, { severity });
  }
}

interface Problem {
  readonly problem: string;
  readonly help: string;
}

function lacks({ type, facets }: Section, path: readonly Section[]): Problem | undefined {
  if (type === 'kobomatrix' && path.some((section) => section.type === 'kobomatrix'))
    return { problem: 'is a matrix inside a matrix', help: 'Put it beside the other matrix.' };
  if (type === 'kobomatrix' && !facets['kobo--matrix_list']) return without('kobo--matrix_list');
  if (type === 'score' && !facets['kobo--score-choices']) return without('kobo--score-choices');
  if (type === 'rank' && !facets['kobo--rank-items']) return without('kobo--rank-items');
  if (type === 'rank' && !facets['kobo--rank-constraint-message'])
    return {
      problem: 'has no kobo--rank-constraint-message',
      help: 'Write it: what people read who rank an item twice.',
    };
  return undefined;
}

function without(column: string): Problem {
  return { problem: `has no ${column}`, help: `Write ${column}: with the name of a code list.` };
}

const ROWS: ReadonlyMap<string, Section['type']> = new Map([
  ['score__row', 'score'],
  ['rank__level', 'rank'],
]);

function misplaced({ type }: Question, path: readonly Section[]): Problem | undefined {
  const section = ROWS.get(type.word);
  if (section === undefined || path.at(-1)?.type === section) return undefined;
  return {
    problem: `is a ${type.word}, but does not stand directly in a group of type ${section}`,
    help: `Put it into one: { group: …, type: ${section}, … }.`,
  };
}

/** A table of questions shows one row of answers, so all of them ask one list, as it stands. */
export function checkTables({ deliveries }: FormView, report: Report): void {
  for (const { form } of deliveries) {
    for (const table of tablesIn(form.items)) checkTable(table, report);
  }
}

const tablesIn = gatherWith('section', (item) => {
  const words = item.kind === 'section' ? (item.facets.appearance?.string.text ?? '') : '';
  return item.kind === 'section' && words.split(/\s+/).includes('table-list') ? [item] : [];
});

function checkTable(section: Section, report: Report): void {
  let first: string | undefined;
  for (const { name, type, facets } of inTable(section)) {
    if (!/^(select_|rank$)/.test(type.word)) continue;
    const list = type.argument?.string.text ?? '';
    const at = name.origin.location;
    const params = { name: name.string.text, list, other: first ?? list };
    if (!listOf(type)) report('table-list', at, { ...params, problem: 'file' });
    else if (first === undefined && facets.choice_filter) report('table-list', at, { ...params, problem: 'filter' });
    else if (first !== undefined && first !== list) report('table-list', at, { ...params, problem: 'list' });
    first ??= list;
  }
}

/** The table ends where the first group inside it ends (pyxform). */
function inTable({ items }: Section): readonly Question[] {
  const end = items.findIndex((item) => item.kind === 'section');
  const inner = items[end];
  return [...(end < 0 ? items : items.slice(0, end)), ...(inner?.kind === 'section' ? inTable(inner) : [])].flatMap(
    (item) => (item.kind === 'question' ? [item] : []),
  );
}
