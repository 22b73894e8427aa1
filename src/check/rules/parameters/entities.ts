import { isXmlName, toXmlName } from '../../../core/names.ts';
import { headingOf, type Location } from '../../../core/location.ts';
import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { physicalName } from '../../../model/code-list.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Row } from '../../../model/form.ts';
import { placeOf } from '../../../source/source-string.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { entityColumns } from '../../../vocabulary/settings.ts';
import { type FormView, refusedAsWritten } from '../../rule-set.ts';
import { loadedBy } from '../instances.ts';

/** The converter's own word for `list_name`. */
const DATASET = 'dataset';
/** A column of pyxform 4.1 and 4.2; later ones see by themselves where an entity is saved. */
const DEAD = 'repeat';

/** One row of the entities sheet, under the name of its list. */
export interface EntityRow {
  readonly list: string;
  readonly cells: Row;
  readonly at: Location;
}

export function entityRows({ form }: FormView): readonly EntityRow[] {
  return form.entities.map((cells) => {
    const name = filled(cells, 'list_name') ?? filled(cells, DATASET);
    const first = name ?? [...cells.values()][0];
    return { list: name?.string.text ?? '', cells, at: first ? placeOf(first.string) : form.origin.location };
  });
}

/** A cell by its column, also where that is written otherwise, which is a finding of its own. */
function filled(cells: Row, column: string): Plain | undefined {
  const cell =
    cells.get(column) ?? [...cells].find(([header]) => header.toLowerCase().replaceAll(' ', '_') === column)?.[1];
  return cell && cell.string.text.trim() !== '' ? cell : undefined;
}

/** The rows of the entities sheet, each for itself and all together. */
export function checkEntities(view: FormView, report: Report): void {
  const rows = entityRows(view);
  const seen = new Map<string, EntityRow>();
  const loaded = new Set([...loadedBy(view.form), ...view.lists.map(physicalName)]);
  for (const row of rows) {
    checkColumns(row, view.profiles, report);
    const earlier = row.list === '' ? undefined : seen.get(row.list);
    const related = earlier ? [{ message: 'first here', location: earlier.at }] : [];
    if (row.list === '' || earlier) report('entity-list', row.at, { list: row.list }, { related });
    else checkEntityName(row.list, 'list', row.at, report);
    if (row.list !== '') checkAction(row, report);
    if (row.list !== '') checkLoaded(row, loaded, report);
    if (!earlier) seen.set(row.list, row);
  }
}

function checkColumns({ cells }: EntityRow, profiles: readonly Profile[], report: Report): void {
  for (const [column, { string }] of cells) {
    if (entityColumns.includes(column) || column === DATASET) continue;
    const dead = column === DEAD;
    const suggestion = dead ? undefined : suggest(column, entityColumns);
    const severity = dead ? (refusedAsWritten(placeOf(string), profiles) ?? 'warning') : 'error';
    report('entity-column', headingOf(placeOf(string)), { column, suggestion, dead }, { severity });
  }
}

/** Without an id an entity is made, with one it is changed, with both conditions it is either. */
function checkAction({ list, cells, at }: EntityRow, report: Report): void {
  const [id, createIf, updateIf, label] = ['entity_id', 'create_if', 'update_if', 'label'].map((column) =>
    filled(cells, column),
  );
  if (updateIf && !id) report('entity-action', placeOf(updateIf.string), { list, problem: 'no-id' });
  else if (id && createIf && !updateIf)
    report('entity-action', placeOf(createIf.string), { list, problem: 'no-update-if' });
  else if (!id && !label) report('entity-action', at, { list, problem: 'no-label' });
}

/** pyxform reads the version of the entity that is changed from its list, by the name of the list. */
function checkLoaded({ list, cells }: EntityRow, loaded: ReadonlySet<string>, report: Report): void {
  const id = filled(cells, 'entity_id');
  if (id && !loaded.has(list)) report('entity-list-not-loaded', placeOf(id.string), { list });
}

/** What pyxform and ODK Central allow as the name of an entity list or of a property. */
export function checkEntityName(name: string, what: 'list' | 'property', at: Location, report: Report): void {
  const problem = problemOf(name, what);
  if (problem !== undefined) report('entity-name', at, { name, what, problem, suggestion: betterName(name, what) });
}

function problemOf(name: string, what: 'list' | 'property'): string | undefined {
  if (what === 'property' && isReserved(name)) return 'every entity has this one already';
  if (name.startsWith('__')) return 'two _ at the beginning mark what belongs to the server';
  if (what === 'list' && name.includes('.')) return 'it holds a point';
  return isXmlName(name) ? undefined : 'it is not made of letters, digits, _ and - only, or begins with a digit or a -';
}

function isReserved(name: string): boolean {
  return /^(name|label)$/i.test(name);
}

function betterName(name: string, what: 'list' | 'property'): string {
  const plain = toXmlName(name).replace(/^__+/, '');
  const better = what === 'list' ? plain.replaceAll('.', '_') : plain;
  return isReserved(better) || better === '' ? `entity_${better === '' ? what : better}` : better;
}
