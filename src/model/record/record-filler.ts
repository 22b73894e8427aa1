import { isRecord } from '../../core/is-record.ts';
import { memoized } from '../../core/memo.ts';
import { chainOf, type ScopeNode } from '../../expression/evaluate/scope.ts';
import type { RecordScope } from './record-scope.ts';
import { type GrowingRecord, newRecord } from './tree.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Takes what stands at a place of a submission, and puts into the record what it is to the form. */
export type Take = (value: unknown, record: GrowingRecord) => void;

/** What is done with a submission while a record is made of it. */
export interface Filling {
  /** For a question; asked once, not for each submission. */
  readonly answer: (node: ScopeNode) => Take;
  /** Takes a key that the form does not have; `node` is the form, or the group or repeat whose object holds it. */
  readonly unknown: (key: string, value: unknown, node: ScopeNode, record: GrowingRecord) => void;
  /** Takes note of something else than answers where a group or repeat is. */
  readonly misplaced: (node: ScopeNode, record: GrowingRecord) => void;
}

/** What a key means. Most submissions have the same keys in the same order, so that each place knows which comes next. */
interface Place extends Before {
  /** As it stood in the submission before: JSON.parse gives the very same text again, so that no letters are compared. */
  key: string | undefined;
  readonly take: Take;
}

interface Before {
  /** What stood behind it in the submission before. */
  next: Place | undefined;
}

/** What the keys of one object mean. */
interface Section extends Before {
  readonly node: ScopeNode;
  readonly places: ReadonlyMap<string, Place>;
}

/** Makes records of submissions, one after the other. */
export function recordFiller(scope: RecordScope, filling: Filling): (json: JsonObject) => GrowingRecord {
  const sectionOf = memoized((node: ScopeNode) => newSection(node, (inner) => takeOf(inner)));

  function takeOf(node: ScopeNode): Take {
    if (node.kind === 'answer') return filling.answer(node);
    return node.kind === 'group' ? takeGroup(node) : takeEntries(node);
  }

  function takeGroup(node: ScopeNode): Take {
    return (value, record) => {
      if (isRecord(value)) fill(value, sectionOf(node), record);
      else if (value !== null) filling.misplaced(node, record);
    };
  }

  function takeEntries(node: ScopeNode): Take {
    const level = scope.levelOf(node);
    return (value, record) => {
      if (!Array.isArray(value)) return value === null ? undefined : filling.misplaced(node, record);
      const entries = value.filter(isRecord);
      if (entries.length < value.length) filling.misplaced(node, record);
      const section = sectionOf(node);
      record.repeats[node.slot] = entries.map((json, index) => fill(json, section, newRecord(level, record, index)));
    };
  }

  function fill(json: JsonObject, section: Section, record: GrowingRecord): GrowingRecord {
    let before: Before = section;
    // What JSON.parse makes inherits nothing that this would meet, and asking for each key costs as much as all the rest.
    for (const key in json) {
      const likely = before.next;
      const place = likely?.key === key ? likely : section.places.get(key);
      if (place) {
        place.take(json[key], record);
        if (place !== likely) follow(before, place, key);
        before = place;
      } else filling.unknown(key, json[key], section.node, record);
    }
    return record;
  }

  const level = scope.levelOf(scope.root);
  return (json) => fill(json, sectionOf(scope.root), newRecord(level));
}

function follow(before: Before, place: Place, key: string): void {
  before.next = place;
  place.key = key;
}

/** All down to the next repeat, by its path from the top and by that from the object. */
function newSection(node: ScopeNode, takeOf: (node: ScopeNode) => Take): Section {
  const places = new Map<string, Place>();
  const from = chainOf(node)
    .slice(1)
    .map(({ name }) => `${name}/`);
  for (const path of new Set(['', from.join('')]))
    for (const [key, inner] of pathsBelow(node, path))
      places.set(key, { key: undefined, take: takeOf(inner), next: undefined });
  return { node, places, next: undefined };
}

function pathsBelow({ children }: ScopeNode, path: string): readonly (readonly [path: string, node: ScopeNode])[] {
  return [...children.values()].flatMap((child) => {
    const inside = child.kind === 'group' ? pathsBelow(child, `${path}${child.name}/`) : [];
    return [[path + child.name, child] as const, ...inside];
  });
}
