import type { Document, YAMLParseError } from 'yaml';
import { type SourceText, startOf, type TextLocation } from '../../core/location.ts';
import type { More, Report } from '../../diagnostics/collector.ts';
import type { Entry } from '../entry.ts';
import { convert, DEEPEST } from './convert.ts';
import { type Documents, firstError, readDocuments } from './library.ts';
import { type Mask, maskText, valueMasks } from './mask.ts';
import { readPlainLines } from './plain-lines.ts';
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

/** Reads a YAML file by the failsafe schema; every mistake of the author is reported, none is thrown. */
export function parseYaml(source: SourceText, report: Report): YamlFile {
  const root = readPlainLines(source, report);
  return root ? { source, root, damaged: false } : parseWithLibrary(source, report);
}

/** The same, by the library alone and as often as there are mistakes of syntax. */
export function parseWithLibrary(source: SourceText, report: Report): YamlFile {
  const rounds = Math.min(MOST_REPAIRS, Math.ceil(MOST_REREAD / Math.max(source.text.length, 1)));
  const masks: Mask[] = [];
  for (let round = 0; ; round += 1) {
    const text = maskText(source.text, masks);
    const documents = readDocuments(text);
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
