import { type Document, parseAllDocuments, type ParsedNode, type YAMLParseError } from 'yaml';
import { type SourceText, startOf, type TextLocation } from '../../core/location.ts';
import type { More, Report } from '../../diagnostics/collector.ts';
import type { Entry } from '../entry.ts';
import { convert, DEEPEST } from './convert.ts';
import { type Mask, maskText, valueMasks } from './mask.ts';
import { inQuotesFix } from './quotes.ts';
import { repairFor } from './repair.ts';

/** A YAML file as typed. `damaged` says that lines were left out: what is missing may stand in them. */
export interface YamlFile {
  readonly source: SourceText;
  readonly root: Entry | undefined;
  readonly damaged: boolean;
}

/** More mistakes of syntax than this in one file are shown in the next run: each costs a reading of the file. */
const MOST_REPAIRS = 20;
/** As many characters may be read again in all, so that a large file full of mistakes takes seconds. */
const MOST_REREAD = 1_000_000;

type Documents = readonly Document.Parsed<ParsedNode>[];

/** Reads a YAML file by the failsafe schema; every mistake of the author is reported, none is thrown. */
export function parseYaml(source: SourceText, report: Report): YamlFile {
  const rounds = Math.min(MOST_REPAIRS, Math.ceil(MOST_REREAD / Math.max(source.text.length, 1)));
  const masks: Mask[] = [];
  for (let round = 0; ; round += 1) {
    const text = maskText(source.text, masks);
    const documents = read(text);
    if (!documents) return tooDeep(source, report);
    const error = firstError(documents);
    if (error?.code === 'RESOURCE_EXHAUSTION') return tooDeep(source, report);
    const repaired = error !== undefined && round < rounds && repairOnce(source, text, error, masks, report);
    if (!repaired) return finish(source, documents, masks, report, error !== undefined);
  }
}

function tooDeep(source: SourceText, report: Report): YamlFile {
  report('nested-too-deep', startOf(source), { limit: DEEPEST });
  return { source, root: undefined, damaged: true };
}

/** The first error in the order of the file. Escapes that YAML does not know are told when the text is read. */
function firstError(documents: Documents): YAMLParseError | undefined {
  let first: YAMLParseError | undefined;
  for (const { errors } of documents)
    for (const error of errors)
      if (error.code !== 'BAD_DQ_ESCAPE' && (!first || error.pos[0] < first.pos[0])) first = error;
  return first;
}

/** Reports the error; true where its stretch could be masked, so that the file is worth reading again. */
function repairOnce(source: SourceText, text: string, error: YAMLParseError, masks: Mask[], report: Report): boolean {
  const { rule, at, problem, help, masks: fresh } = repairFor(text, error, masks);
  const location = { kind: 'text', source, ...at } as const;
  if (problem !== undefined && rule === 'needs-quotes')
    report(rule, location, { problem, fix: help }, quotingFix(location, fresh));
  else if (problem !== undefined) report('yaml-syntax', location, { problem, help });
  masks.push(...fresh);
  return fresh.length > 0 && maskText(text, fresh) !== text;
}

/** Quotes are certain to mend a text that is whole and stands on one line; a `${name}` alone is part of a longer one. */
function quotingFix(at: TextLocation, [mask, ...others]: readonly Mask[]): More {
  const words = at.source.text.slice(at.start, at.end);
  const whole = mask?.as === 'text' && mask.start === at.start && mask.end === at.end && others.length === 0;
  return whole && !/^\$\{|[\r\n]/.test(words) ? inQuotesFix(at, words) : {};
}

/** What a file that could not be read to its end seems to say is not to be trusted. */
const quiet: Report = () => undefined;

function finish(
  source: SourceText,
  documents: Documents,
  masks: readonly Mask[],
  report: Report,
  brokeOff: boolean,
): YamlFile {
  const [first, second] = documents;
  if (second) reportSecond(source, second, report);
  const contents = first?.contents;
  const root = contents
    ? convert(
        contents,
        { source, report: brokeOff ? quiet : report, masks: valueMasks(masks), flow: false },
        startOf(source),
      )
    : undefined;
  return { source, root, damaged: brokeOff || masks.some(({ as }) => as === 'gone') };
}

function reportSecond(source: SourceText, second: Document.Parsed, report: Report): void {
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

/** The documents of a text, or undefined where it is nested beyond what the parser can hold. */
function read(text: string): Documents | undefined {
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
