import { withThousands } from '../../core/counts.ts';
import { concentrations, tellingValues } from '../../conform/findings/telling.ts';
import type { Findings, Group } from '../../conform/findings/found.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { placeOf } from '../place.ts';
import type { RecordPrinter } from './about.ts';
import {
  commonAnswers,
  concentrationWords,
  countsLine,
  dictionaryPlace,
  pathOf,
  reachWords,
  recordWords,
  severityOf,
  tellingWords,
  titleOf,
} from './words.ts';

/** A summary of a run on GitHub holds 1 MB. */
const MOST_GROUPS = 200;
const MOST_TELLING = 20;

/** For a pull request or the summary of a run: how many of what, then each rule and question with examples. */
export const printRecordsMarkdown: RecordPrinter = async function* (findings, { elapsed, all }) {
  const { values, others } = findings.groups;
  const groups = all ? values : values.slice(0, MOST_GROUPS);
  const left = values.length - groups.length + others;
  const telling = tellingValues(findings).slice(0, MOST_TELLING);
  yield `## Lexiform: submissions\n\n${escapeMarkdown(countsLine(findings.counts, elapsed))}\n`;
  if (groups.length > 0) yield `\n${table(groups, findings)}\n`;
  if (left > 0) yield `\n…and ${withThousands(left)} more.\n`;
  if (telling.length > 0) yield `\n### Standing out\n\n`;
  for (const each of telling) yield `- ${escapeMarkdown(tellingWords(each))}\n`;
  for (const group of groups) yield `\n${section(group, findings)}\n`;
};

function table(groups: readonly Group[], findings: Findings): string {
  const rows = groups.map((group) => {
    const [{ variable, diagnostic }] = group.examples;
    const question = variable === '' ? '' : escapeMarkdown(variable);
    const cells = [severityOf(group), `\`${diagnostic.rule}\``, question, titleOf(group)];
    return `| ${cells.join(' | ')} | ${withThousands(group.findings)} | ${reachWords(group, findings.counts)} |`;
  });
  const heading = '| severity | rule | question | what | findings | submissions |';
  return [heading, '| --- | --- | --- | --- | ---: | ---: |', ...rows].join('\n');
}

function section(group: Group, findings: Findings): string {
  const [first] = group.examples;
  const { rule, why, help } = first.diagnostic;
  const question = first.variable === '' ? '' : `, ${escapeMarkdown(first.variable)}`;
  const label = first.label === '' ? '' : ` *${escapeMarkdown(first.label)}*`;
  const place = dictionaryPlace(first);
  const facts = [
    ...(commonAnswers(group) ? [commonAnswers(group)] : []),
    ...concentrations(group, findings).map((each) => concentrationWords(each, group)),
    ...(place ? [`In the dictionary: ${placeOf(place)}`] : []),
  ];
  const intro = `${titleOf(group)}.${label} ${escapeMarkdown(why)} ${escapeMarkdown(help)}`;
  const examples = group.examples.map((each) => {
    const where = [recordWords(each), pathOf(each)].filter((word) => word !== '').join(' ');
    return `- **${escapeMarkdown(where)}** ${escapeMarkdown(each.diagnostic.message)}`;
  });
  const list = [...facts.map((fact) => `- ${escapeMarkdown(fact)}`), ...examples].join('\n');
  return [`### \`${rule}\`${question}`, intro, list].join('\n\n');
}
