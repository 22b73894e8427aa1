import { withThousands } from '../core/counts.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PrintInput, PrintOptions } from './input.ts';
import { placeOf } from './place.ts';
import { placeRows } from './pretty-places.ts';
import { sentence } from './safe-text.ts';
import { type Style, styleFor } from './style.ts';
import { summaryLine, summarize } from './summary.ts';
import { displayWidth } from './width.ts';
import { proseWidth, wrap } from './wrap.ts';

const NARROWEST = 40;
const MOST_OF_A_KIND = 3;

/** For people at a terminal: each finding with the lines it is about, what it leads to and what to do. */
export function printPretty(input: PrintInput, options: PrintOptions): string {
  const style = styleFor(options.color);
  const width = options.width >= NARROWEST ? Math.floor(options.width) : NARROWEST;
  const blocks = blocksOf(input.diagnostics, { ...options, width }, style);
  return [...blocks, `${lastLine(input, options, style)}\n`].join('\n\n');
}

function lastLine(input: PrintInput, options: PrintOptions, style: Style): string {
  const { errors, warnings, infos } = summarize(input.diagnostics);
  const line = summaryLine(input, options.elapsed);
  if (errors > 0) return style.error(line);
  if (warnings > 0) return style.warning(line);
  return infos > 0 ? style.info(line) : style.strong(line);
}

/** The first findings of a kind in full, and how many more there are below the last of these. */
function blocksOf(diagnostics: readonly Diagnostic[], options: PrintOptions, style: Style): readonly string[] {
  const limit = options.all ? Infinity : MOST_OF_A_KIND;
  const counts = new Map<string, number>();
  for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const seen = new Map<string, number>();
  return diagnostics.flatMap((diagnostic) => {
    const count = (seen.get(diagnostic.rule) ?? 0) + 1;
    seen.set(diagnostic.rule, count);
    if (count > limit) return [];
    const rows = blockRows(diagnostic, options, style);
    const more = count === limit ? (counts.get(diagnostic.rule) ?? 0) - limit : 0;
    if (more > 0) rows.push('', `  ${style.faint(`and ${withThousands(more)} more of this kind (--all shows them)`)}`);
    return [rows.join('\n')];
  });
}

function blockRows(diagnostic: Diagnostic, options: PrintOptions, style: Style): string[] {
  const prose = proseWidth(options.width);
  const { rule, why, help, fix } = diagnostic;
  return [
    header(diagnostic, prose, style),
    ...wrap(sentence(diagnostic.message), prose - 2).map((line) => `  ${line}`),
    ...placeRows(diagnostic, options, style),
    ...labelled('why', why, prose, style),
    ...labelled('help', help, prose, style),
    ...(fix ? labelled('fix', `${fix.title} (lexiform check --fix does it)`, prose, style) : []),
    ...labelled('docs', `lexiform explain ${rule}`, prose, style),
  ];
}

/** Severity and rule on the left, the place on the right where both fit in a line. */
function header(diagnostic: Diagnostic, width: number, style: Style): string {
  const { severity, rule } = diagnostic;
  const place = placeOf(diagnostic.location);
  const left = `${severity}  ${rule}`;
  const gap = Math.max(width - left.length - displayWidth(place), 2);
  return `${style[severity](severity)}  ${style.strong(rule)}${' '.repeat(gap)}${style.place(place)}`;
}

/** `  why   …`, with further lines below the first. */
function labelled(label: string, text: string, width: number, style: Style): readonly string[] {
  const [first = '', ...rest] = wrap(sentence(text), width - 8);
  return [`  ${style.strong(label.padEnd(4))}  ${first}`, ...rest.map((line) => ' '.repeat(8) + line)];
}
