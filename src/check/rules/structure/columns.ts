import { headingOf, type Location } from '../../../core/location.ts';
import { isXmlName, toXmlName } from '../../../core/names.ts';
import { slipOf, suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { CodeList } from '../../../model/code-list.ts';
import type { Delivery } from '../../../model/deliver/delivery.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Item } from '../../../model/item.ts';
import { gatherWith } from '../../../model/traits.ts';
import { facetEntries } from '../../../model/walk.ts';
import {
  choiceTextColumns,
  isTranslatable,
  type SurveyColumn,
  surveyColumnNames,
} from '../../../vocabulary/columns.ts';
import { choiceColumnOf, surveyColumnOf, unknownMedia } from '../../../vocabulary/spelt-headers.ts';
import { type FormView, type ItemRule, refusedBy } from '../../rule-set.ts';

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

/** What stands before `::` in columns that write attributes (xlsform.md 2.3). */
const PREFIXES = new Set(['bind', 'body', 'control', 'instance', 'media', 'jr']);

/** The columns of the row that Lexiform adds. */
const STAMP = ['calculation'] as const;

/** Columns whose expressions pyxform 3.0.0 mixes up where a row has them under two names. */
const FORMULAS = new Set(['relevant', 'constraint', 'calculation', 'read_only', 'required']);

/** What a header under `columns:` says by itself. */
export const checkColumns: ItemRule = ({ name, columns }, _profiles, report) => {
  for (const [header, { origin, string }] of columns) {
    const kind = unknownMedia(header);
    if (kind !== undefined) report('unknown-media', headingOf(origin.location), { header, kind });
    if (header.trim() === '')
      report('invalid-name', headingOf(origin.location), { name: header, what: 'a column', suggestion: 'remark' });
    if (header.trim().toLowerCase() === 'disabled' && string.text.trim() !== '')
      report('disabled-column', origin.location, { name: name.string.text });
  }
};

/** pyxform reads the columns of the whole sheet, so two spellings clash wherever each of them stands. */
export function checkSurveyColumns(view: FormView, report: Report): void {
  const seen = new Set<string>();
  const holders = new Map<string, string>();
  const holding = withColumns(view.form.items);
  const written = holding.length > 0 ? writtenHeaders(view) : new Set<string>();
  for (const item of holding) {
    for (const [header, plain] of item.columns) {
      const first = !seen.has(header);
      seen.add(header);
      const column = surveyColumnOf(header);
      if (column === undefined && first)
        reportSlip(header, headingOf(plain.origin.location), surveyColumnNames, report);
      if (column === undefined) continue;
      const clashes = written.has(column) && (column !== header || fills(item, column));
      const other = clashes ? column : written.has(column) ? undefined : holders.get(column);
      holders.set(column, holders.get(column) ?? header);
      if (clashes ? first || header === column : first && other !== undefined)
        reportTwice(
          header,
          other ?? column,
          plain,
          { view, mixed: FORMULAS.has(column) && fills(item, column) },
          report,
        );
      else if (first) report('column-spelling', headingOf(plain.origin.location), { header, column, read: true });
    }
  }
}

const withColumns = gatherWith('columns', (item) => (item.columns.size > 0 ? [item] : []));

/** Where a column is met twice: `mixed` are two expressions in one row. */
interface Clash {
  readonly view: FormView;
  readonly mixed: boolean;
}

/** The same column under another name, or once more in the same row. */
function reportTwice(header: string, other: string, { origin }: Plain, { view, mixed }: Clash, report: Report): void {
  // pyxform 3.0.0 reads the plain spellings as one, row by row; it mixes up two expressions of a row, and nested values.
  const lenient = header !== other && !mixed && !header.includes(':') && refusedBy('odk', view.profiles) !== 'error';
  const severity = lenient ? 'warning' : 'error';
  report('column-twice', headingOf(origin.location), { header, other, sheet: 'survey' }, { severity });
}

/** Whether an item fills a column by one of its keys. */
function fills({ facets }: Item, column: string): boolean {
  const [word = ''] = column.split('::');
  return word === 'type' || word === 'name' || facetEntries(facets).some(([known]) => known === word);
}

/** The headers that the keys of all items are written under. */
function writtenHeaders({ visits, deliveries, form }: FormView): ReadonlySet<string> {
  const stamped = form.stamp && deliveries.some(({ profile }) => profile !== 'xlsform');
  const columns = new Set<SurveyColumn>([
    ...visits.flatMap(({ item }) => facetEntries(item.facets).map(([column]) => column)),
    ...(stamped ? STAMP : []),
  ]);
  const headers = [...new Set(deliveries.flatMap(headersOf))];
  return new Set([
    'type',
    'name',
    ...[...columns].flatMap((column) =>
      isTranslatable(column) ? headers.map((header) => (header === '' ? column : `${column}::${header}`)) : [column],
    ),
  ]);
}

function headersOf({ languages }: Delivery): readonly string[] {
  return languages.length === 0 ? [''] : languages.map(({ header }) => header);
}

function reportSlip(header: string, at: Location, known: readonly string[], report: Report): void {
  const column = slipIn(header, known);
  if (column !== undefined) report('column-spelling', at, { header, column, read: false });
}

/** What stands before `::` with some language behind it is the name of a column, so that a likeness is enough. */
function slipIn(header: string, known: readonly string[]): string | undefined {
  const [word = '', ...language] = header.split('::');
  if (language.length > 0) {
    const meant = PREFIXES.has(word.trim()) ? undefined : suggest(word, known);
    return meant === undefined ? undefined : [meant, ...language].join('::');
  }
  return OTHERS.has(header) || /[:$]|^(kobo-|sms_|_)/.test(header) ? undefined : slipOf(header, known);
}

/** The columns of a list become elements of the form, beside those that the compiler writes. */
export function checkChoiceColumns({ lists, deliveries, profiles }: FormView, report: Report): void {
  // pyxform 3.0.0 takes the last of two labels, and breaks off at two names.
  const severity = refusedBy('odk', profiles) ?? 'warning';
  const onSheet = new Set(deliveries.flatMap(({ inline }) => inline.map(({ name }) => name)));
  for (const list of lists) {
    const first = firstValues(list);
    for (const [header, { origin }] of first) {
      const at = headingOf(origin.location);
      const column = choiceColumnOf(header);
      const kind = unknownMedia(header);
      if (kind !== undefined) report('unknown-media', at, { header, kind });
      else if (column !== undefined) {
        const more = column === 'label' ? { severity } : {};
        report('column-twice', at, { header, other: column, sheet: 'choices' }, more);
      } else if (at.kind === 'cell' && slipIn(header, choiceTextColumns) !== undefined)
        reportSlip(header, at, choiceTextColumns, report);
      else if (onSheet.has(list.name) && header !== list.parent?.column.string.text) checkElement(header, at);
    }
  }

  function checkElement(header: string, at: Parameters<Report>[1]): void {
    // A column with a colon is looked at where KoboToolbox would take it for a language.
    if (isXmlName(header) || header.includes(':')) return;
    // Where the heading holds a blank, both converters go on without the column (pyxform HEADER_004).
    const isLeftOut = at.kind === 'cell' && /\s/.test(header);
    const more = isLeftOut ? ({ severity: 'warning' } as const) : {};
    report('invalid-name', at, { name: header, what: 'a column', suggestion: toXmlName(header) }, more);
  }
}

function firstValues({ codes }: CodeList): ReadonlyMap<string, Plain> {
  const first = new Map<string, Plain>();
  for (const { attributes } of codes)
    for (const [header, plain] of attributes) if (!first.has(header)) first.set(header, plain);
  return first;
}
