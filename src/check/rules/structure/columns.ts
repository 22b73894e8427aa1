import { isXmlName, toXmlName } from '../../../core/names.ts';
import { slipOf } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { CodeList } from '../../../model/code-list.ts';
import type { Plain } from '../../../model/facets.ts';
import { facetEntries } from '../../../model/walk.ts';
import { surveyColumnNames } from '../../../vocabulary/columns.ts';
import { choiceColumnOf, surveyColumnOf, unknownMedia } from '../../../vocabulary/spelt-headers.ts';
import type { FormView, ItemRule } from '../../rule-set.ts';

/** Columns that XLSForm or a server reads and the language has no key for. */
const OTHERS = new Set([
  'noAppErrorString',
  'no_app_error_string',
  'query',
  'tags',
  'compact_tag',
  'disabled',
  'media',
]);

/** What a header under `columns:` says by itself. */
export const checkColumns: ItemRule = ({ name, columns }, _profiles, report) => {
  for (const [header, { origin, string }] of columns) {
    const kind = unknownMedia(header);
    if (kind !== undefined) report('unknown-media', origin.location, { header, kind });
    if (header.trim() === '')
      report('invalid-name', origin.location, { name: header, what: 'a column', suggestion: 'remark' });
    if (header.trim().toLowerCase() === 'disabled' && string.text.trim() !== '')
      report('disabled-column', origin.location, { name: name.string.text });
  }
};

/** pyxform reads the columns of the whole sheet, so two spellings clash wherever each of them stands. */
export function checkSurveyColumns({ visits }: FormView, report: Report): void {
  const known = new Set<string>(['type', 'name']);
  const extra = new Map<string, Plain>();
  for (const { item } of visits) {
    for (const [column] of facetEntries(item.facets)) known.add(column);
    for (const [header, plain] of item.columns) if (!extra.has(header)) extra.set(header, plain);
  }
  const spelt = new Map<string, string>();
  for (const [header, plain] of extra) {
    const column = surveyColumnOf(header);
    const other = column === undefined ? undefined : (spelt.get(column) ?? holderOf(column, known));
    if (column === undefined) reportSlip(header, plain, report);
    else if (other !== undefined) report('column-twice', plain.origin.location, { header, other, sheet: 'survey' });
    else report('column-spelling', plain.origin.location, { header, column, read: true });
    if (column !== undefined) spelt.set(column, header);
  }
}

/** The key that already fills a column; one in a language stands beside those of other languages. */
function holderOf(column: string, known: ReadonlySet<string>): string | undefined {
  const word = column.split('::')[0] ?? column;
  return known.has(word) ? word : undefined;
}

function reportSlip(header: string, { origin }: Plain, report: Report): void {
  if (OTHERS.has(header) || /[:$]|^(kobo-|sms_|_)/.test(header)) return;
  const column = slipOf(header, surveyColumnNames);
  if (column !== undefined) report('column-spelling', origin.location, { header, column, read: false });
}

/** The columns of a list become elements of the form, beside those that the compiler writes. */
export function checkChoiceColumns({ lists, deliveries }: FormView, report: Report): void {
  const onSheet = new Set(deliveries.flatMap(({ inline }) => inline.map(({ name }) => name)));
  for (const list of lists) {
    const first = firstValues(list);
    for (const [header, { origin }] of first) {
      const column = choiceColumnOf(header);
      const kind = unknownMedia(header);
      if (kind !== undefined) report('unknown-media', origin.location, { header, kind });
      else if (column !== undefined)
        report('column-twice', origin.location, { header, other: column, sheet: 'choices' });
      else if (onSheet.has(list.name) && header !== list.parent?.column.string.text)
        checkElement(header, origin.location);
    }
  }

  function checkElement(header: string, at: Parameters<Report>[1]): void {
    // A column with a colon is looked at where KoboToolbox would take it for a language.
    if (isXmlName(header) || header.includes(':')) return;
    report('invalid-name', at, { name: header, what: 'a column', suggestion: toXmlName(header) });
  }
}

function firstValues({ codes }: CodeList): ReadonlyMap<string, Plain> {
  const first = new Map<string, Plain>();
  for (const { attributes } of codes)
    for (const [header, plain] of attributes) if (!first.has(header)) first.set(header, plain);
  return first;
}
