import { plainText } from './cell.ts';
import { chosen } from './choice-headings.ts';
import { setField } from './fields.ts';
import type { Meaning } from './meaning.ts';
import type { RowInWork } from './row-in-work.ts';

/** The columns of the choices of one select_multiple. */
export interface OneHot {
  readonly key: string;
  /** Whether the question has a column of its own beside them. */
  readonly hasParent: boolean;
  readonly choices: readonly Choice[];
}

interface Choice {
  readonly index: number;
  readonly code: string;
}

export function oneHots(meanings: readonly Meaning[]): readonly OneHot[] {
  const found = new Map<string, Choice[]>();
  for (const [index, meaning] of meanings.entries()) {
    if (meaning.kind !== 'choice') continue;
    const { key } = meaning.column;
    found.set(key, [...(found.get(key) ?? []), { index, code: meaning.code }]);
  }
  const parents = new Set(meanings.flatMap((meaning) => (meaning.kind === 'answer' ? [meaning.column.key] : [])));
  return [...found].map(([key, choices]) => ({ key, choices, hasParent: parents.has(key) }));
}

/** Makes the answer of the columns of its choices, or compares it with them; empty cells among these say nothing. */
export function readOneHot({ key, choices, hasParent }: OneHot, row: RowInWork): void {
  const { yes, no } = said(choices, key, row);
  const parent = row.fields[key];
  if (typeof parent === 'string') {
    const codes = new Set(parent.split(/\s+/));
    const differ = yes.filter((code) => !codes.has(code)).length + no.filter((code) => codes.has(code)).length;
    if (differ > 0) row.notices.detailsDiffer(row.number, key, differ, 'parent');
  } else if (yes.length > 0) {
    setField(row.fields, key, yes.join(' '));
    if (hasParent) row.notices.detailsDiffer(row.number, key, yes.length, 'details');
  }
}

function said(choices: readonly Choice[], key: string, row: RowInWork): { yes: string[]; no: string[] } {
  const yes: string[] = [];
  const no: string[] = [];
  for (const { index, code } of choices) {
    const cell = row.cells[index] ?? '';
    if (row.isBlank(cell)) continue;
    const answer = chosen(plainText(cell));
    if (answer === undefined) setField(row.fields, `${key}/${code}`, plainText(cell));
    else (answer ? yes : no).push(code);
  }
  return { yes, no };
}
