import { compactLine } from '../compact.ts';
import type { RecordPrinter } from './about.ts';

/** One line a finding, for `grep`: `file:RECORD:path: severity rule message`. */
export const printRecordsCompact: RecordPrinter = async function* ({ all }) {
  for await (const some of all()) yield some.map(({ diagnostic }) => compactLine(diagnostic)).join('');
};
