import type { YAMLParseError } from 'yaml';
import { flowAround } from './flow.ts';
import { flowRepair } from './flow-repair.ts';
import { commentRepair, indentRepair, lineRepair, missingColon, tooDeep } from './line-repair.ts';
import { lineAt } from './lines.ts';
import type { Mask } from './mask.ts';
import { quoteRepair } from './quote-repair.ts';
import type { Repair } from './repaired.ts';

/** `text` is the file with earlier masks in place. */
export function repairFor(text: string, error: YAMLParseError, known: readonly Mask[]): Repair {
  const at = Math.min(error.pos[0], Math.max(text.length - 1, 0));
  if (error.code === 'TAB_AS_INDENT') return tabs(text, at);
  const quote = quoteRepair(text, error);
  if (quote) return quote;
  const flow = flowAround(text, error.pos[0]);
  const line = lineAt(text, at);
  const repair = flow
    ? flowRepair(text, error, flow)
    : (lineRepair(text, line, at) ??
      commentRepair(text, line) ??
      tooDeep(text, line, error.code) ??
      missingColon(text, line) ??
      indentRepair(text, line));
  if (!repair) return unreadable(text, error);
  const echo = known.some((mask) => mask.as === 'gone' && mask.start >= line.from && mask.end <= line.next);
  return echo ? { ...repair, problem: undefined } : repair;
}

/** All at once: who indents with tabs does so in every line. */
function tabs(text: string, at: number): Repair {
  const all = [...text.matchAll(/^ *(\t+)/gm)].map(([whole, run = ''], index, { [index]: match }) => {
    const end = (match?.index ?? 0) + whole.length;
    return { start: end - run.length, end, as: 'gone' } as const;
  });
  const first = all.find((range) => range.end > at && range.start <= at + 1);
  const start = first?.start ?? at;
  return {
    rule: 'yaml-syntax',
    at: { start, end: start + 1 },
    problem: 'This line is indented with a tab, which YAML does not allow.',
    help: 'Indent with blanks, two a level.',
    masks: first ? all : [{ start: at, end: at + 1, as: 'gone' }],
  };
}

function unreadable(text: string, { pos, code }: YAMLParseError): Repair {
  const start = Math.min(pos[0], Math.max(text.length - 1, 0));
  const { end } = lineAt(text, start);
  return {
    rule: 'yaml-syntax',
    at: { start, end: Math.min(Math.max(Math.min(pos[1], end), start + 1), text.length) },
    problem:
      code === 'KEY_OVER_1024_CHARS'
        ? 'A key is longer than 1,024 letters.'
        : 'From here on the file cannot be read as YAML.',
    help: 'Compare with the lines around it: keys of one thing begin in one column, and each key is followed by a colon and a blank.',
    masks: [],
  };
}
