import { referencesIn } from '../../expression/references.ts';
import { type Form, isFormula } from '../form.ts';
import type { Item, Section } from '../item.ts';
import { isRepeat } from '../repeats.ts';
import { questionsOf, walk } from '../walk.ts';
import { answerOf } from './answer.ts';
import type { AddedColumn, DataColumn, DataNode } from './column.ts';
import { addedColumn, group } from './expand.ts';

/** The element in which the ids of a submission travel (ODK XForms: metadata). */
const META = 'meta';

/** The metadata of a submission: its ids, its name, the audit and, where that is its place, the entity that it makes. */
export function metaNodes({ items, settings, entities }: Form, entityOfForm: boolean): readonly DataNode[] {
  const says = (setting: string): boolean => (settings.get(setting)?.string.text.trim() ?? '') !== '';
  const names: readonly AddedColumn[] = [
    ...(says('omit_instanceID') ? [] : (['instanceID'] as const)),
    ...(says('instance_name') ? (['instanceName'] as const) : []),
  ];
  const children = [
    ...names.map((name) => addedColumn([META], name, name)),
    ...audits(items),
    ...(entities.length > 1 || (entities.length === 1 && entityOfForm) ? [entity([META])] : []),
  ];
  return children.length > 0 ? [group(META, [], undefined, children)] : [];
}

/** The audit belongs to the metadata, wherever it is asked, and under this name alone (pyxform: AUDIT). */
export function isAudit(item: Item): boolean {
  return item.kind === 'question' && item.type.word === 'audit';
}

function audits(items: readonly Item[]): readonly DataColumn[] {
  const audit = questionsOf(items).find(({ item }) => isAudit(item));
  if (!audit) return [];
  const { item: question } = audit;
  const path = [META, 'audit'];
  return [
    { kind: 'column', name: 'audit', path, answer: answerOf(question), codes: undefined, question, added: undefined },
  ];
}

function entity(path: readonly string[]): DataNode {
  return group('entity', path, undefined, [addedColumn([...path, 'entity'], 'label', 'entity-label')]);
}

/** The metadata of a section that holds an entity of its own. */
export function entityMeta(path: readonly string[]): DataNode {
  return group(META, path, undefined, [entity([...path, META])]);
}

/**
 * The sections that may hold an entity. pyxform puts a single one into the innermost repeat of what it saves or reads, and
 * outside of repeats into the metadata of the form. Several it spreads over the sections around what they save or read as
 * it finds room, so all of these count.
 */
export function entitySections({ items, entities }: Form): ReadonlySet<Section> {
  if (entities.length === 0) return new Set();
  const read = new Set(
    entities.flatMap((row) =>
      [...row.values()].filter(isFormula).flatMap(({ parsed }) => referencesIn(parsed.tree).map(({ name }) => name)),
    ),
  );
  const paths = walk(items)
    .filter(({ item }) => item.facets.save_to !== undefined || read.has(item.name.string.text))
    .map(({ path }) => path);
  return entities.length === 1 ? innermostRepeat(paths) : new Set(paths.flat());
}

function innermostRepeat(paths: readonly (readonly Section[])[]): ReadonlySet<Section> {
  const depths = paths.map((path) => path.findLastIndex(isRepeat));
  const depth = depths.reduce((a, b) => Math.max(a, b), -1);
  const repeat = paths[depths.indexOf(depth)]?.[depth];
  return new Set(repeat ? [repeat] : []);
}
