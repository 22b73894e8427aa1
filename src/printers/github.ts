import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { PrintInput } from './input.ts';
import { anchorOf, fileName, placeOf, regionOf } from './place.ts';
import { sentence } from './safe-text.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which become annotations of files. */
export function printGithub({ diagnostics }: PrintInput): string {
  return diagnostics.map((diagnostic) => `${githubCommand(diagnostic)}\n`).join('');
}

/** An annotation; what a finding on a submission says beside its sentences comes as further lines. */
export function githubCommand(diagnostic: Diagnostic, more: readonly string[] = []): string {
  const { severity, rule, message, help, location } = diagnostic;
  const properties = Object.entries({ ...placeProperties(diagnostic), title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',');
  // A cell or a record lies in no line that GitHub could show.
  const where = location.kind === 'text' ? '' : `${placeOf(location)}: `;
  const data = [`${where}${sentence(message)}`, sentence(help), ...more].join('\n');
  return `::${commands[severity]} ${properties}::${escapeData(data)}`;
}

function placeProperties(diagnostic: Diagnostic): Readonly<Record<string, string>> {
  const anchor = anchorOf(diagnostic);
  const file = fileName(anchor);
  if (anchor.kind !== 'text') return { file };
  const { line, column, endLine, endColumn } = regionOf(anchor);
  // Columns are refused where a range runs over several lines.
  if (line !== endLine) return { file, line: String(line), endLine: String(endLine) };
  return { file, line: String(line), col: String(column), endLine: String(endLine), endColumn: String(endColumn) };
}

/** `##[` begins a command of the older kind anywhere in a line. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '## [');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
