import { withThousands } from '../../core/counts.ts';
import type { Findings, Group } from '../../conform/findings/found.ts';
import { type Telling, tellingValues } from '../../conform/findings/telling.ts';
import { compactLine } from '../compact.ts';
import { isolate } from '../direction.ts';
import { sentence } from '../safe-text.ts';
import { type Style, styleFor } from '../style.ts';
import { proseWidth, wrap } from '../wrap.ts';
import type { RecordPrinter } from './about.ts';
import { groupRows, type GroupLook } from './pretty-group.ts';
import { countsLine, severityOf, tellingWords } from './words.ts';

const NARROWEST = 40;
const MOST_GROUPS = 20;
const MOST_TELLING = 3;

/** For people at a terminal: what was found, most submissions first, each with examples and the line of the dictionary. */
export const printRecordsPretty: RecordPrinter = async function* (findings, options) {
  const style = styleFor(options.color);
  const width = Math.max(Math.floor(options.width), NARROWEST);
  const look = { width, style, all: options.all, findings, told: new Set<string>() };
  const { values, others } = findings.groups;
  const groups = options.all ? values : values.slice(0, MOST_GROUPS);
  for (const group of groups) yield `${groupRows(group, look).join('\n')}\n\n`;
  const left = leftOut(values.slice(groups.length), others);
  if (left !== '') yield `${style.faint(left)}\n\n`;
  if (options.all && groups.length > 0) yield* everyFinding(findings, style);
  const rows = tellingRows(findings, look);
  if (rows.length > 0) yield `${rows.join('\n')}\n\n`;
  yield `${lastRows(findings, options.elapsed, look).join('\n')}\n`;
};

/** Groups show examples; whoever asks for all gets a line for each. */
async function* everyFinding({ all }: Findings, { strong }: Style): AsyncIterable<string> {
  yield `${strong('Every finding')}\n`;
  for await (const some of all()) yield some.map(({ diagnostic }) => `  ${isolate(compactLine(diagnostic))}`).join('');
  yield '\n';
}

function leftOut(groups: readonly Group[], others: number): string {
  const findings = groups.reduce((sum, group) => sum + group.findings, others);
  if (findings === 0) return '';
  const errors = groups.filter((group) => severityOf(group) === 'error').length;
  const first = errors > 0 ? `, ${withThousands(errors)} of them errors` : '';
  if (groups.length === 0) return `and ${withThousands(others)} more findings of too many kinds to tell apart`;
  return `and ${withThousands(groups.length)} more kinds${first}: ${withThousands(findings)} findings (--all shows them)`;
}

/** Where findings come together: told only if it says something. */
function tellingRows(findings: Findings, { width, style, all }: GroupLook): readonly string[] {
  const telling = tellingValues(findings);
  if (telling.length === 0) return [];
  const shown = all ? telling : fewOfEach(telling);
  const rows = shown.flatMap((each) => {
    const [first = '', ...rest] = wrap(isolate(sentence(tellingWords(each))), proseWidth(width) - 4);
    return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  const more = telling.length - shown.length;
  const last = more > 0 ? [`  ${style.faint(`and ${withThousands(more)} more (--all shows them)`)}`] : [];
  const heading = wrap('Errors and warnings come far oftener from', width).map(style.strong);
  return [...heading, ...rows, ...last];
}

function fewOfEach(telling: readonly Telling[]): readonly Telling[] {
  return telling.filter(
    (each, index) =>
      telling.slice(0, index).filter(({ dimension }) => dimension === each.dimension).length < MOST_TELLING,
  );
}

function lastRows({ counts }: Findings, elapsed: number | undefined, { width, style }: GroupLook): readonly string[] {
  const { errors, warnings, infos } = counts;
  const paint = errors > 0 ? style.error : warnings > 0 ? style.warning : infos > 0 ? style.info : style.strong;
  return wrap(countsLine(counts, elapsed), width).map(paint);
}
