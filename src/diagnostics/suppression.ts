import { lineText, positionAt, type TextLocation } from '../core/location.ts';
import { suggest } from '../core/suggest.ts';
import { type Collector, createCollector, type Report } from './collector.ts';
import type { Diagnostic } from './diagnostic.ts';
import { isRuleId, type RuleId, ruleIds } from './registry.ts';

/** `# lexiform-ignore RULE: reason`: sets one finding of the next line aside. */
export const IGNORE = 'lexiform-ignore';

interface SpokenComment {
  readonly text: string;
  readonly location: TextLocation;
}

interface Ignore {
  readonly rule: RuleId;
  readonly location: TextLocation;
  /** The line that it speaks of: the next one that is not such a comment itself. */
  readonly line: number;
}

/**
 * Takes out what is set aside with a reason, and reports what is set aside in vain or without one.
 * @param apart comments that may speak of what was not looked at: none of them is in vain
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  comments: readonly SpokenComment[],
  apart: readonly SpokenComment[] = [],
): readonly Diagnostic[] {
  if (comments.length + apart.length === 0) return diagnostics;
  const collector = createCollector();
  const read = (comment: SpokenComment): readonly Ignore[] => readIgnore(comment, collector.report);
  const ignores = comments.flatMap(read);
  const others = apart.flatMap(read);
  const used = new Set<Ignore>();
  const kept = diagnostics.filter((diagnostic) => {
    const ignore = [...ignores, ...others].find((candidate) => covers(candidate, diagnostic));
    if (ignore) used.add(ignore);
    return ignore === undefined;
  });
  for (const ignore of ignores)
    if (!used.has(ignore)) collector.report('ignore-unused', ignore.location, { rule: ignore.rule });
  return inOrder(kept, collector);
}

function readIgnore({ text, location }: SpokenComment, report: Report): readonly Ignore[] {
  const match = text.trim().match(/^lexiform-ignore\s*([^\s:]*)\s*:?\s*(.*)$/s);
  if (!match) return [];
  const [, rule = '', reason = ''] = match;
  if (rule === '' || (reason === '' && isRuleId(rule))) report('ignore-without-reason', location, { rule });
  else if (!isRuleId(rule)) report('ignore-unknown-rule', location, { rule, suggestion: suggest(rule, ruleIds()) });
  else return [{ rule, location, line: lineBelow(location) }];
  return [];
}

function lineBelow({ source, start }: TextLocation): number {
  let { line } = positionAt(source, start);
  do line += 1;
  while (lineText(source, line).trim().startsWith(`# ${IGNORE}`));
  return line;
}

function covers(ignore: Ignore, { rule, location }: Diagnostic): boolean {
  if (rule !== ignore.rule || location.kind !== 'text' || location.source !== ignore.location.source) return false;
  return positionAt(location.source, location.start).line === ignore.line;
}

function inOrder(kept: readonly Diagnostic[], added: Collector): readonly Diagnostic[] {
  const collector = createCollector();
  for (const diagnostic of [...kept, ...added.diagnostics()]) collector.add(diagnostic);
  return collector.diagnostics();
}
