import type { AnswerKind } from '../../vocabulary/types.ts';
import type { Code, CodeList } from '../code-list.ts';
import type { Question, Section } from '../item.ts';

/**
 * What a form leaves in its data: an answer, or what holds answers. `path` runs from below the root of a submission down to
 * the element itself, by the names that it has there.
 */
export type DataNode = DataColumn | DataSection;

export interface DataColumn {
  readonly kind: 'column';
  readonly name: string;
  readonly path: readonly string[];
  readonly answer: AnswerKind;
  /** The codes that an answer can be; nothing where they are not known, such as those of a file. */
  readonly codes: ColumnCodes | undefined;
  /** Undefined for what converters and the compiler add. */
  readonly question: Question | undefined;
  readonly added: AddedColumn | undefined;
}

/**
 * What stands in the data though no author placed it there: the count of a repeat, the text of an `or_other`, the heading of
 * a table, the stamp, and the metadata of a submission.
 */
export type AddedColumn =
  'count' | 'other' | 'table-heading' | 'stamp' | 'instanceID' | 'instanceName' | 'entity-label';

export interface DataSection {
  readonly kind: 'group' | 'repeat';
  readonly name: string;
  readonly path: readonly string[];
  readonly section: Section | undefined;
  readonly children: readonly DataNode[];
}

/** The codes of a column. Columns of one list share one of these, so that it can be recognised. */
export interface ColumnCodes {
  readonly list: CodeList;
  /** What the form offers. */
  readonly offered: readonly Code[];
  /** What the form offers no more, but earlier ones did: data may hold it. */
  readonly retired: readonly Code[];
}

/** A column with what stands around it, outermost first. */
export interface ColumnVisit {
  readonly column: DataColumn;
  readonly around: readonly DataSection[];
}

/** Every column in the order of the form. */
export function* columnsOf(nodes: readonly DataNode[], around: readonly DataSection[] = []): Generator<ColumnVisit> {
  for (const node of nodes) {
    if (node.kind === 'column') yield { column: node, around };
    else yield* columnsOf(node.children, [...around, node]);
  }
}
