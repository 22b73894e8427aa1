import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rules } from '../diagnostics/registry.ts';
import type { PrintInput, PrintOptions } from './input.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { placeOf } from './place.ts';
import { groupBy, summaryLine } from './summary.ts';

/** For a pull request or the summary of a run: how many of what, then the findings rule by rule. */
export function printMarkdown(input: PrintInput, options: PrintOptions): string {
  const groups = [...groupBy(input.diagnostics, (found) => found.rule).values()].toSorted(bySeverity);
  const total = summaryLine(input, options.elapsed);
  return `${['## Lexiform', total, ...summaryTable(groups), ...groups.map(section)].join('\n\n')}\n`;
}

const order = ['error', 'warning', 'info'] as const;

function bySeverity(a: readonly Diagnostic[], b: readonly Diagnostic[]): number {
  return rank(a) - rank(b);
}

function rank([first]: readonly Diagnostic[]): number {
  return first ? order.indexOf(first.severity) : order.length;
}

function summaryTable(groups: readonly (readonly Diagnostic[])[]): readonly string[] {
  if (groups.length === 0) return [];
  const rows = groups.flatMap((group) => {
    const [first] = group;
    return first ? [`| ${first.severity} | \`${first.rule}\` | ${titleOf(first)} | ${group.length} |`] : [];
  });
  return [['| severity | rule | what | findings |', '| --- | --- | --- | ---: |', ...rows].join('\n')];
}

function section(group: readonly Diagnostic[]): string {
  const [first] = group;
  if (!first) return '';
  const heading = `### \`${first.rule}\``;
  const intro = `${titleOf(first)}. ${escapeMarkdown(first.why)}`;
  return [heading, intro, group.map(item).join('\n')].join('\n\n');
}

function item({ location, message, help, related }: Diagnostic): string {
  const places = related.map(
    (other) => `  - ${escapeMarkdown(other.message)} (${escapeMarkdown(placeOf(other.location))})`,
  );
  return [
    `- **${escapeMarkdown(placeOf(location))}** ${escapeMarkdown(message)} *${escapeMarkdown(help)}*`,
    ...places,
  ].join('\n');
}

function titleOf({ rule }: Diagnostic): string {
  return escapeMarkdown(rules[rule].title);
}
