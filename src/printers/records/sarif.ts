import { jsonText } from '../../core/json-text.ts';
import type { Found } from '../../conform/findings/found.ts';
import { fingerprintOf } from '../../conform/findings/known.ts';
import { sarifLog, sarifResults } from '../sarif.ts';
import type { RecordPrinter } from './about.ts';
import { jsonList } from './json.ts';

const EMPTY = '"results": []';
const DEPTH = 3;

/**
 * SARIF 2.1.0. The place is the line of the dictionary, which code scanning can show; the submission is named beside it.
 * The file is published with a repository, so it names no enumerator and repeats no answer apart from the sentences.
 */
export const printRecordsSarif: RecordPrinter = async function* (findings) {
  const [before = '', after = ''] = jsonText(sarifLog([])).split(EMPTY);
  const result = sarifResults();
  const make = (found: Found): object => ({
    ...result(found.diagnostic, fingerprintOf(found).toString(16).padStart(16, '0')),
    ...propertiesOf(found),
  });
  yield before;
  yield* jsonList('results', findings, make, DEPTH);
  yield after;
};

function propertiesOf({ subject, variable }: Found): object {
  if (!subject) return {};
  const { key, number, line, link, version } = subject;
  return { properties: { record: key, number, line, link, version, variable } };
}
