import type { TextLocation } from '../../core/location.ts';
import type { More } from '../../diagnostics/collector.ts';

/** A text in single quotes, in which YAML changes nothing but a doubled apostrophe. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The fix that puts a text in quotes where it stands. */
export function inQuotesFix(at: TextLocation, text: string): More {
  return { fix: { title: 'Put the text in quotes', edits: [{ at, text: inQuotes(text) }] } };
}
