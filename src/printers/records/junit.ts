import type { Findings, Group } from '../../conform/findings/found.ts';
import { concentrations } from '../../conform/findings/telling.ts';
import type { PrintOptions } from '../input.ts';
import { fileName, placeOf } from '../place.ts';
import { sentence } from '../safe-text.ts';
import { element, text } from '../xml.ts';
import type { RecordPrinter } from './about.ts';
import {
  answerWords,
  commonAnswers,
  concentrationWords,
  countsLine,
  dictionaryPlace,
  pathOf,
  reachWords,
  recordWords,
  severityOf,
  titleOf,
} from './words.ts';

/**
 * JUnit's XML: a case for each rule and question, so that a scheduler shows which come and go from run to run. Errors
 * fail; warnings and infos are skipped cases with a message.
 */
export const printRecordsJunit: RecordPrinter = async function* (findings, options) {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${suites(findings, options)}\n`;
};

function suites(findings: Findings, { elapsed }: PrintOptions): string {
  const groups = findings.groups.values;
  const failures = groups.filter((group) => severityOf(group) === 'error').length;
  const counts = {
    tests: String(Math.max(groups.length, 1)),
    failures: String(failures),
    skipped: String(groups.length - failures),
    errors: '0',
  };
  const time = elapsed === undefined ? {} : { time: (elapsed / 1000).toFixed(3) };
  const names = caseNames(groups);
  const cases = groups.map((group, index) => testCase(group, names[index] ?? '', findings));
  const all = cases.length > 0 ? cases : [element('testcase', { name: 'no findings', classname: 'conform' })];
  const suite = element('testsuite', { name: 'conform', ...counts }, [
    ...all,
    text('system-out', {}, countsLine(findings.counts)),
  ]);
  return element('testsuites', { name: 'lexiform', ...counts, ...time }, [suite]);
}

/** Names that stay from run to run; a question with several limits has them numbered. */
function caseNames(groups: readonly Group[]): readonly string[] {
  const seen = new Map<string, number>();
  return groups.map(({ examples: [{ diagnostic, variable }] }) => {
    const name = sentence(variable === '' ? diagnostic.rule : `${diagnostic.rule}: ${variable}`);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function testCase(group: Group, name: string, findings: Findings): string {
  const [first] = group.examples;
  const { rule } = first.diagnostic;
  const severity = severityOf(group);
  const place = dictionaryPlace(first);
  const message = [titleOf(group), reachWords(group, findings.counts)].filter(Boolean).join(': ');
  const lines = linesOf(group, findings).map(sentence).join('\n');
  const outcome =
    severity === 'error'
      ? text('failure', { type: rule, message: sentence(message) }, lines)
      : text('skipped', { message: sentence(`${severity}: ${message}`) }, lines);
  return element('testcase', { name, classname: place ? fileName(place) : 'conform' }, [outcome]);
}

function linesOf(group: Group, findings: Findings): readonly string[] {
  const [first] = group.examples;
  const { why, help, message } = first.diagnostic;
  const place = dictionaryPlace(first);
  const at = place ? [`In the dictionary: ${placeOf(place)}`] : [];
  const examples = group.examples.map((each) =>
    each.subject ? `${recordWords(each)}  ${pathOf(each)}  ${answerWords(each)}` : each.diagnostic.message,
  );
  const answers = commonAnswers(group);
  const where = concentrations(group, findings).map((each) => concentrationWords(each, group));
  return [message, ...at, why, help, ...(answers ? [answers] : []), ...where, ...examples];
}
