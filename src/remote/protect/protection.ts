import type { DataColumn, DataNode } from '../../model/columns/column.ts';
import { columnsOf } from '../../model/columns/column.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { protectedColumns } from './protected-columns.ts';

/** What becomes of the answers to a question. */
export type Treatment = 'kept' | 'pseudonym' | 'left-out';

/** What becomes of each key that a submission can have; a key that is not here is not known. */
export interface Protection {
  readonly answers: ReadonlyMap<string, Treatment>;
  /** Groups and repeats. */
  readonly sections: ReadonlySet<string>;
  readonly columns: readonly { readonly column: DataColumn; readonly treatment: Treatment }[];
}

/** @param pseudonyms names of questions whose answers are replaced; the other protected ones are left out */
export function protectionOf(
  nodes: readonly DataNode[],
  form: Form,
  dictionary: Dictionary,
  pseudonyms: ReadonlySet<string>,
): Protection {
  const guarded = protectedColumns(nodes, form, dictionary);
  const columns = [...columnsOf(nodes)].map(({ column }) => ({
    column,
    treatment: treat(column, guarded, pseudonyms),
  }));
  const answers = new Map<string, Treatment>();
  for (const { column, treatment } of columns)
    for (const path of pathsOf(column)) answers.set(path, graver(answers.get(path), treatment));
  return { answers, sections: new Set(sectionPaths(nodes)), columns };
}

function treat(column: DataColumn, guarded: ReadonlySet<DataColumn>, pseudonyms: ReadonlySet<string>): Treatment {
  if (!guarded.has(column)) return 'kept';
  return pseudonyms.has(column.name) && canBePseudonym(column) ? 'pseudonym' : 'left-out';
}

/** What has few possible answers is told by how often each pseudonym comes, and a place or a file by what it is near to. */
export function canBePseudonym({ answer, added }: DataColumn): boolean {
  return added === undefined && (answer === 'text' || answer === 'integer' || answer === 'decimal');
}

/** Its own, and those under its former names. */
function pathsOf({ path, question }: DataColumn): readonly string[] {
  const former = (question?.meaning.was ?? []).map(({ string }) => [...path.slice(0, -1), string.text].join('/'));
  return [path.join('/'), ...former];
}

const ORDER: readonly Treatment[] = ['kept', 'pseudonym', 'left-out'];

/** Where a name was another question's before, the graver of the two holds. */
function graver(one: Treatment | undefined, other: Treatment): Treatment {
  return one !== undefined && isGraverTreatment(one, other) ? one : other;
}

/** Whether less is told by the first. */
export function isGraverTreatment(one: Treatment, other: Treatment): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other);
}

function* sectionPaths(nodes: readonly DataNode[]): Generator<string> {
  for (const node of nodes)
    if (node.kind !== 'column') {
      yield node.path.join('/');
      yield* sectionPaths(node.children);
    }
}
