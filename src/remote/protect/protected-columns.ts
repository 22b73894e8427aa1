import { columnsOf, type DataColumn, type DataNode } from '../../model/columns/column.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { isPersonal } from '../../model/sensitivity.ts';
import { sourcesIn } from './sources.ts';

/** What a device records by itself and nobody thinks of: where people live, what is said, who can be called. */
const RECORDED: ReadonlySet<string> = new Set([
  'start-geopoint',
  'background-geopoint',
  'background-audio',
  'audit',
  'email',
  'phonenumber',
  'simserial',
  'subscriberid',
]);

/** Names of submissions are made to tell them apart for people, so of names of people, and by other versions of the form otherwise. */
const NAMING = new Set<DataColumn['added']>(['instanceName', 'entity-label']);

/**
 * The columns whose answers are about a person, or made of such an answer. What an author says of a question itself holds:
 * a score that is marked `internal` is kept although it is computed of sensitive answers. What is marked neither way is as
 * grave as what it is made of.
 */
export function protectedColumns(
  nodes: readonly DataNode[],
  form: Form,
  dictionary: Dictionary,
): ReadonlySet<DataColumn> {
  const columns = [...columnsOf(nodes)].map(({ column }) => column);
  const found = new Set(columns.filter((column) => isProtected(column, dictionary)));
  const open = columns.filter((column) => !found.has(column) && column.question?.meaning.sensitivity === undefined);
  const sources = sourcesIn(form);
  for (let before = -1; before < found.size;) {
    before = found.size;
    const names = new Set([...found].map(({ name }) => name));
    for (const column of open) if (sourcesOf(column, sources).some((name) => names.has(name))) found.add(column);
  }
  return found;
}

function isProtected({ question, added }: DataColumn, dictionary: Dictionary): boolean {
  if (NAMING.has(added)) return true;
  if (!question) return false;
  const isRecorded = RECORDED.has(question.type.word) && question.meaning.sensitivity === undefined;
  return isRecorded || isPersonal(question, dictionary);
}

/** The text beside a select is an answer to the same question. */
function sourcesOf(column: DataColumn, sources: ReturnType<typeof sourcesIn>): readonly string[] {
  return column.added === 'other' ? [column.name.replace(/_other$/, '')] : sources(column);
}
