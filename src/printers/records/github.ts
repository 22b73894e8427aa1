import { concentrations } from '../../conform/findings/telling.ts';
import { githubCommand } from '../github.ts';
import { sentence } from '../safe-text.ts';
import type { RecordPrinter } from './about.ts';
import { concentrationWords, countsLine, reachWords } from './words.ts';

/** An annotation a group, on the line of the dictionary: GitHub shows ten of each severity in a step, so one a finding would be lost. */
export const printRecordsGithub: RecordPrinter = async function* (findings) {
  for (const group of findings.groups.values) {
    const [{ diagnostic }] = group.examples;
    const where = concentrations(group, findings).map((each) => concentrationWords(each, group));
    const more = [`In all: ${reachWords(group, findings.counts)}.`, ...where];
    yield `${githubCommand(diagnostic, group.findings === 1 ? [] : more.map(sentence))}\n`;
  }
  if (findings.groups.values.length > 0) yield `::notice title=conform::${countsLine(findings.counts)}\n`;
};
