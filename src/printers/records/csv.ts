import { BYTE_ORDER_MARK, excelCsvRow } from '../../formats/csv-for-excel.ts';
import type { Found } from '../../conform/findings/found.ts';
import { fileOf } from '../../core/location.ts';
import { placeOf } from '../place.ts';
import type { RecordPrinter } from './about.ts';
import { dictionaryPlace, pathOf } from './words.ts';

const COLUMNS: Readonly<Record<string, (found: Found) => string>> = {
  severity: ({ diagnostic }) => diagnostic.severity,
  rule: ({ diagnostic }) => diagnostic.rule,
  record: ({ subject }) => subject?.key ?? '',
  number: ({ subject }) => String(subject?.number ?? ''),
  line: ({ subject }) => String(subject?.line ?? ''),
  version: ({ subject }) => subject?.version ?? '',
  enumerator: ({ subject }) => subject?.enumerator ?? '',
  site: ({ subject }) => subject?.site ?? '',
  day: ({ subject }) => subject?.day ?? '',
  variable: ({ variable }) => variable,
  path: pathOf,
  label: ({ label }) => label,
  value: ({ value }) => value ?? '',
  hidden: ({ hidden }) => (hidden ? 'yes' : ''),
  expected: ({ expected }) => expected,
  message: ({ diagnostic }) => diagnostic.message,
  help: ({ diagnostic }) => diagnostic.help,
  dictionary: (found) => placeWords(found),
  file: ({ diagnostic }) => fileOf(diagnostic.location),
  link: ({ subject }) => subject?.link ?? '',
};

/** A row a finding, for Excel and for statistics programs. */
export const printRecordsCsv: RecordPrinter = async function* ({ all }) {
  const columns = Object.values(COLUMNS);
  yield BYTE_ORDER_MARK + excelCsvRow(Object.keys(COLUMNS));
  for await (const some of all())
    yield some.map((found) => excelCsvRow(columns.map((column) => column(found)))).join('');
};

function placeWords(found: Found): string {
  const place = dictionaryPlace(found);
  return place ? placeOf(place) : '';
}
