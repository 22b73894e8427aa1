import type { Code } from '../code-list.ts';
import { loadedFile } from '../deliver/instances.ts';
import { OTHER } from '../deliver/or-other.ts';
import type { Question, Section } from '../item.ts';
import { answerOf } from './answer.ts';
import type { CodeFinder } from './codes.ts';
import type { AddedColumn, ColumnCodes, DataColumn, DataNode, DataSection } from './column.ts';

type Path = readonly string[];

/** Makes the nodes of the items of a section, below a path; `rename` gives an item the name that it has in the data. */
export type Children = (section: Section, path: Path, rename: (name: string) => string) => readonly DataNode[];

export const same = (name: string): string => name;

/** A column that the converter adds. */
export function addedColumn(path: Path, name: string, added: AddedColumn): DataColumn {
  return { kind: 'column', name, path: [...path, name], answer: 'text', codes: undefined, question: undefined, added };
}

/** What a question stores, and the text beside it that `or_other` adds where the converter expands that. */
export function questionNodes(question: Question, path: Path, name: string, codes: CodeFinder): readonly DataNode[] {
  const answer = answerOf(question);
  const { orOther } = question.type;
  // It only names a file that expressions read.
  if (loadedFile(question)?.isOwn) return [];
  const coded = answer === 'code' || answer === 'codes' || answer === 'ranking';
  const column: DataColumn = {
    kind: 'column',
    name,
    path: [...path, name],
    answer,
    codes: coded ? codes.ofQuestion(question) : undefined,
    question,
    added: undefined,
  };
  return orOther ? [column, addedColumn(path, `${name}_${OTHER}`, 'other')] : [column];
}

/** An element that holds others; `path` is that of what stands around it. */
export function group(
  name: string,
  path: Path,
  section: Section | undefined,
  children: DataSection['children'],
): DataSection {
  return { kind: 'group', name, path: [...path, name], section, children };
}

/** A loop is a group for each code, but not for `none` (pyxform: _create_loop_from_dict). */
export function loopNodes(
  section: Section,
  path: Path,
  name: string,
  list: ColumnCodes | undefined,
  children: Children,
): DataSection {
  const inside = [...path, name];
  const groups = codeNames(list?.offered)
    .filter((code) => code !== 'none')
    .map((code) => {
      const rename = (written: string): string => written.replaceAll('%(name)s', () => code);
      return group(code, inside, section, children(section, [...inside, code], rename));
    });
  return group(name, path, section, groups);
}

/** A matrix is a group for each code, whose questions are named after both (formpack, kobomatrix). */
export function matrixNodes(
  section: Section,
  path: Path,
  name: string,
  list: ColumnCodes | undefined,
  children: Children,
): DataNode[] {
  return codeNames(list?.offered).map((code) => {
    const row = `${name}_${code}`;
    return group(
      row,
      path,
      section,
      children(section, [...path, row], (inner) => `${row}_${inner}`),
    );
  });
}

function codeNames(codes: readonly Code[] = []): readonly string[] {
  return codes.map(({ name }) => name.string.text);
}

/** Rows of a score and levels of a rank answer with the codes that their section names. */
export function withCodes(nodes: readonly DataNode[], codes: ColumnCodes | undefined): readonly DataNode[] {
  return nodes.map((node) =>
    node.kind === 'column' && node.answer === 'code' && !node.codes ? { ...node, codes } : node,
  );
}
