import { type RuleId, ruleIds, rules } from '../diagnostics/registry.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/rule.ts';
import { fingerprints } from './fingerprint.ts';
import type { PrintInput } from './input.ts';
import { jsonText } from '../core/json-text.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { sentence } from './safe-text.ts';
import { primaryLocation, relatedLocations, sarifFix, SOURCE_ROOT } from './sarif-places.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for GitHub code scanning and for editors. */
export function printSarif({ diagnostics }: PrintInput): string {
  const names = fingerprints(diagnostics);
  const result = sarifResults();
  return jsonText(sarifLog(diagnostics.map((each, at) => result(each, names[at] ?? ''))));
}

/** The whole of a file around its results. */
export function sarifLog(results: readonly object[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Lexiform', rules: ruleIds().map(sarifRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The folder that paths of files start from.' } } },
        results,
      },
    ],
  };
}

/** Makes the result of a finding, which knows the place of its rule among all rules. */
export function sarifResults(): (diagnostic: Diagnostic, fingerprint: string) => object {
  const indexes = new Map(ruleIds().map((id, index) => [id, index]));
  return (diagnostic, fingerprint) => sarifResult(diagnostic, indexes.get(diagnostic.rule) ?? -1, fingerprint);
}

function sarifRule(id: RuleId): object {
  const { title, why, severity } = rules[id];
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: `${why} For examples and remedies: lexiform explain ${id}`,
      markdown: `${escapeMarkdown(why)}\n\nFor examples and remedies: \`lexiform explain ${id}\``,
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

function sarifResult(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string): object {
  const { rule, severity, message, help, fix } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: escapeMessage(`${sentence(message)} ${sentence(help)}`) },
    locations: [primaryLocation(diagnostic)],
    ...relatedLocations(diagnostic),
    // GitHub's upload action writes a primaryLocationLineHash of its own, and warns of each that is already there.
    partialFingerprints: { 'lexiformSubject/v1': fingerprint },
    ...(fix ? { fixes: [sarifFix(fix)] } : {}),
  };
}

/** Nothing quoted becomes a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6); other braces read better as they are. */
function escapeMessage(text: string): string {
  return text.replaceAll(/\{(\d+)\}/g, '{{$1}}').replaceAll('](', '] (');
}
