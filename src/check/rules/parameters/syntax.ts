import type { More, Report } from '../../../diagnostics/collector.ts';
import type { Plain } from '../../../model/facets.ts';
import { type ReadParameters, readParameters, writtenParameters } from '../../../model/parameters.ts';
import { locate, placeOf, type SourceString } from '../../../source/source-string.ts';
import { caseSensitiveParameters } from '../../../vocabulary/parameters.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { refusedBy } from '../../rule-set.ts';

/** Whether a parameters cell can be read, by every converter alike. They read it even where the type has no parameters. */
export function checkSyntax(plain: Plain, profiles: readonly Profile[], report: Report): void {
  const { string } = plain;
  const read = readParameters(string.text);
  const rewritten = writtenParameters(read, string.text);
  for (const { kind, span } of read.faults)
    report('parameter-syntax', locate(string, span), {
      fault: kind,
      words: string.text.slice(span.start, span.end),
      rewritten,
    });
  checkTwice(plain, read, report);
  const severity = refusedBy('kobo', profiles);
  if (read.faults.length === 0 && severity && !koboReadsAlike(string.text, read))
    report(
      'parameter-syntax',
      placeOf(string),
      { fault: 'separators', words: string.text, rewritten },
      { severity, ...rewriteFix(string, rewritten) },
    );
}

/** Certain where the text stands on one line, between quotes or not: what is put in has no sign that was not there. */
function rewriteFix(string: SourceString, text: string): More {
  const at = locate(string, { start: 0, end: string.text.length });
  const [piece, ...others] = string.pieces;
  if (!piece || piece.map === 'whole' || others.length > 0 || at.kind !== 'text') return {};
  const plain = at.source.text.slice(at.start, at.end) === string.text && !/["'\\]/.test(text);
  return plain ? { fix: { title: `Write ${text}`, edits: [{ at, text }] } } : {};
}

/** Converters take the last one without a word. */
function checkTwice({ string }: Plain, { pairs }: ReadParameters, report: Report): void {
  const seen = new Set<string>();
  for (const { key, keySpan } of pairs) {
    if (seen.has(key))
      report('parameter-syntax', locate(string, keySpan), { fault: 'twice', words: key, rewritten: '' });
    seen.add(key);
  }
}

function koboReadsAlike(text: string, { pairs }: ReadParameters): boolean {
  const theirs = readByKobo(text);
  const ours = new Map(pairs.map(({ key, value }) => [key, value]));
  return theirs?.size === ours.size && [...ours].every(([key, value]) => theirs.get(key) === value);
}

/** As pyxform 3.0.0 reads it: parted by semicolons, or else by commas, or else by blanks, also around a `=`. */
function readByKobo(text: string): ReadonlyMap<string, string> | undefined {
  const separator = text.includes(';') ? ';' : text.includes(',') ? ',' : undefined;
  const parts = separator ? text.split(separator) : text.split(/\s+/).filter((part) => part !== '');
  const read = new Map<string, string>();
  for (const part of parts) {
    const [key, value] = part.split('=').map((word) => word.trim());
    if (key === undefined || value === undefined) return undefined;
    const name = key.toLowerCase();
    read.set(name, caseSensitiveParameters.has(name) ? value : value.toLowerCase());
  }
  return read;
}
