import { jsonText } from '../../core/json-text.ts';
import { BYTE_ORDER_MARK, excelCsvRow } from '../../formats/csv-for-excel.ts';
import type { Answered } from '../../remote/access/ask-access.ts';

/** The same for programs. */
export function accessJson(answers: readonly Answered[]): string {
  return jsonText({
    version: 1,
    projects: answers.map((answer) => {
      if (answer.kind !== 'reviewed') return { project: answer.project, ...whyNot(answer) };
      const { project, uid, name, owner, isDeclared, holders, notes } = answer.access;
      return { project, uid, name, owner, declared: isDeclared, holders, notes };
    }),
  });
}

function whyNot(answer: Exclude<Answered, { readonly kind: 'reviewed' }>): Readonly<Record<string, string | boolean>> {
  return answer.kind === 'failed' ? { error: answer.message, help: answer.help } : { pushed: false };
}

const HEADINGS = ['project', 'uid', 'name', 'user', 'right', 'standing', 'only'];

/** A row a right, for an audit in Excel. */
export function accessCsv(answers: readonly Answered[]): string {
  const rows = answers.flatMap((answer) => {
    if (answer.kind !== 'reviewed') return [[answer.project, '', '', '', '', answer.kind, '']];
    const { project, uid, name, holders } = answer.access;
    return holders.flatMap(({ user, rights }) =>
      rights.map(({ permission, standing, only = '' }) => [project, uid, name, user, permission, standing, only]),
    );
  });
  return BYTE_ORDER_MARK + [HEADINGS, ...rows].map(excelCsvRow).join('');
}
