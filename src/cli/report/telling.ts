import { quotedFew } from '../../diagnostics/quote.ts';
import { levelsIn } from '../../report/data.ts';
import type { DataFile } from '../../submissions/submission.ts';
import type { Tally } from '../../report/tally.ts';
import { keyOfServer } from '../../vocabulary/reserved.ts';

const FEW = 5;

/** What a person should know of the data before they believe the report, in lines. */
export function remarksOn({ request, state }: Tally): readonly string[] {
  const { since, until, delivery } = request;
  const days = [since && `before ${since}`, until && `after ${until}`].filter(Boolean).join(' or ');
  const form = delivery.form.name.string.text;
  const unknown = [...state.unknown].filter((key) => !keyOfServer.test(key));
  return [
    ...(state.outside > 0 ? [`Not counted: ${records(state.outside)} of days ${days}.`] : []),
    ...(state.undated > 0 ? [`Not counted: ${records(state.undated)} without a day.`] : []),
    ...(state.records.size === 0 ? ['There is no record to count.'] : []),
    ...(state.records.size > 0 && state.answers === 0
      ? [`No record answers a question that a report on form "${form}" shows. Are they of another form?`]
      : []),
    ...(unknown.length > 0 ? [`Not in the form, and not counted: ${quotedFew(unknown)}.`] : []),
    ...unreadable(state.records),
  ];
}

function unreadable(level: Parameters<typeof levelsIn>[0]): readonly string[] {
  const bad = levelsIn(level).flatMap(({ figures }) => figures.filter((figure) => figure.unreadable > 0));
  const lines = bad.slice(0, FEW).map(({ path, unreadable: n }) => {
    const values =
      n === 1 ? '1 value is no number or date, and counts' : `${n} values are no number or date, and count`;
    return `${path}: ${values} as missing.`;
  });
  const more =
    bad.length > FEW
      ? [`So it is with ${bad.length === FEW + 1 ? '1 more question' : `${bad.length - FEW} more questions`}.`]
      : [];
  return bad.length > 0 ? [...lines, ...more, 'lexiform conform tells which.'] : [];
}

function records(n: number): string {
  return n === 1 ? '1 record' : `${n} records`;
}

/** What is in no file on purpose was not left unanswered. */
export function leftOutRemarks(files: readonly DataFile[]): readonly string[] {
  const names = [...new Set(files.flatMap(({ missing }) => [...(missing ?? [])]))];
  return names.length === 0 ? [] : [`Left out of the data, so that nothing can be said of it: ${quotedFew(names)}.`];
}
