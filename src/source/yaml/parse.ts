import { type Document, parseAllDocuments, type ParsedNode, type YAMLParseError } from 'yaml';
import { type SourceText, startOf } from '../../core/location.ts';
import type { Range } from '../../core/range.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Entry } from '../entry.ts';
import { convert, DEEPEST } from './convert.ts';
import { repairFor } from './repair.ts';

/** A YAML file as typed. `damaged` says that reading broke off: what is missing may stand in what could not be read. */
export interface YamlFile {
  readonly source: SourceText;
  readonly root: Entry | undefined;
  readonly damaged: boolean;
}

/** More mistakes of syntax than this in one file are shown in the next run: each costs a reading of the file. */
const MOST_REPAIRS = 20;

/** Reads a YAML file by the failsafe schema; every mistake of the author is reported, none is thrown. */
export function parseYaml(source: SourceText, report: Report): YamlFile {
  const masks: Range[] = [];
  for (let round = 0; ; round += 1) {
    const documents = read(mask(source.text, masks));
    if (!documents) {
      report('nested-too-deep', startOf(source), { limit: DEEPEST });
      return { source, root: undefined, damaged: true };
    }
    const error = documents.flatMap((document) => document.errors).find((each) => each.code !== 'BAD_DQ_ESCAPE');
    const repaired = error ? repairOnce(source, error, masks, report) : true;
    if (!error || !repaired || round === MOST_REPAIRS)
      return finish(source, documents, masks, report, error !== undefined);
  }
}

/** Reports the error; true where its stretch could be masked, so that the file is worth reading again. */
function repairOnce(source: SourceText, error: YAMLParseError, masks: Range[], report: Report): boolean {
  const { rule, at, problem, help, mask: ranges } = repairFor(source, error);
  const location = { kind: 'text', source, ...at } as const;
  if (rule === 'needs-quotes') report(rule, location, { problem, fix: help });
  else report(rule, location, { problem, help });
  const fresh = (ranges ?? []).filter(
    (range) => range.end > range.start && !masks.some((done) => done.start === range.start && done.end === range.end),
  );
  masks.push(...fresh);
  return fresh.length > 0;
}

function finish(
  source: SourceText,
  documents: readonly Document.Parsed[],
  masks: readonly Range[],
  report: Report,
  damaged: boolean,
): YamlFile {
  const [first, second] = documents;
  if (second) {
    const start = second.range?.[0] ?? source.text.length;
    report(
      'yaml-feature',
      { kind: 'text', source, start, end: Math.min(start + 3, source.text.length) },
      {
        feature: 'A second document after ---',
        help: 'Move it into a file of its own, and delete the line ---.',
      },
    );
  }
  const masked = (start: number, end: number): boolean => masks.some((range) => range.start < end && range.end > start);
  const contents = first?.contents;
  const root = contents
    ? convert(contents, { source, report: damaged ? quiet : report, masked }, startOf(source))
    : undefined;
  return { source, root, damaged };
}

/** What a file that could not be read to its end seems to say is not to be trusted. */
const quiet: Report = () => undefined;

/** The documents of a text, or undefined where it is nested beyond what the parser can hold. */
function read(text: string): readonly Document.Parsed<ParsedNode>[] | undefined {
  try {
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Letters of the same number in place of what was masked, so that every offset stays; tabs become blanks. */
function mask(text: string, masks: readonly Range[]): string {
  let masked = text;
  for (const { start, end } of masks) {
    const stretch = text.slice(start, end);
    const letters = stretch.trim() === '' ? ' '.repeat(stretch.length) : 'x'.repeat(stretch.length);
    masked = masked.slice(0, start) + letters + masked.slice(end);
  }
  return masked;
}
