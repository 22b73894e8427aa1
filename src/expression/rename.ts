import type { Edit, Range } from '../core/range.ts';
import { pathNames } from './path-names.ts';
import { quotedReferences, referencesIn } from './references.ts';
import type { Expression } from './tree.ts';

/** The new name of a question; undefined leaves it. */
export type Rename = (name: string) => string | undefined;

export interface RenameOptions {
  /** Also the names in paths of the form (`../age`, `/data/age`); never those inside a list. */
  readonly paths?: boolean;
}

/** The edits that rename every `${name}`, also last-saved, also between quotes. In the order of the text. */
export function renameEdits(tree: Expression, rename: Rename, options: RenameOptions = {}): readonly Edit[] {
  const references = [...referencesIn(tree), ...quotedReferences(tree)];
  const steps = options.paths === true ? pathNames(tree).filter(({ scope }) => scope === 'form') : [];
  return [
    ...references.flatMap(({ name, nameSpan }) => editOf(name, nameSpan, rename)),
    ...steps.flatMap(({ name, span }) => editOf(name, span, rename)),
  ].toSorted((one, other) => one.start - other.start);
}

export function editOf(name: string, { start, end }: Range, rename: Rename): readonly Edit[] {
  const text = rename(name);
  return text === undefined || text === name ? [] : [{ start, end, text }];
}
