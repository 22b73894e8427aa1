import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Format, formats } from '../printers/printer.ts';
import { isProfile, type Profile, profiles } from '../vocabulary/profiles.ts';

/** A format and, where it goes into a file, its name. */
export interface FormatChoice<Name extends string = Format> {
  readonly format: Name;
  readonly file: string | undefined;
}

/** How findings are told. */
export interface TellingOptions<Name extends string = Format> {
  readonly format: readonly FormatChoice<Name>[];
  readonly failOn: 'error' | 'warning';
  readonly quiet: boolean;
  readonly all: boolean;
  readonly color: boolean;
}

export interface CommonOptions extends TellingOptions {
  readonly form: readonly string[];
  /** Ids of countries; empty for the core and all of them. */
  readonly country: readonly string[];
  readonly profile: readonly Profile[];
  readonly watch: boolean;
  /** A file of findings that are known and wait. */
  readonly baseline?: string;
}

export const SERVER = 'what was pulled: of a server, or of one project, such as kobo-prod/household (repeatable)';
export const STORE = 'the store; left out: submissions.duckdb beside the dictionary';
export const SOURCE = 'the folder of a dictionary, or a workbook (.xlsx)';
export const COUNTRY = 'the form of this country; left out: of the core';

/** Options that every command on a source has. Repeatable ones are never variadic: those would swallow the source. */
export function withCommonOptions(command: Command): Command {
  const chosen = command
    .option('--form <name>', 'only this form (repeatable)', collect, [])
    .option('--country <id>', 'only this country; left out: the core and every country (repeatable)', collect, [])
    .option('--profile <name>', `${profiles.join(', ')}: instead of the manifest's (repeatable)`, collectProfile, [])
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--watch', 'run again after every change', false);
  return withTellingOptions(chosen);
}

/** Options of every command that has findings; formats that are for files only come last. */
export function withTellingOptions(
  command: Command,
  names: readonly string[] = Object.keys(formats),
  forFiles: readonly string[] = [],
): Command {
  const all = [...names, ...forFiles.map((name) => `${name}=FILE`)].join(', ');
  return command
    .option('--format <name[=file]>', `${all} (repeatable)`, formatCollector(names, forFiles), [])
    .addOption(
      new Option('--fail-on <severity>', 'what makes the exit code 1').choices(['error', 'warning']).default('error'),
    )
    .option('--all', 'every finding, not only the first three of a kind', false)
    .option('--quiet', 'no talk, only findings', false)
    .option('--no-color', 'no colours');
}

export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

export function collectProfile(value: string, before: readonly Profile[]): Profile[] {
  if (!isProfile(value)) throw new InvalidArgumentError(`It is one of ${profiles.join(', ')}.`);
  return [...before, value];
}

type Choices = readonly FormatChoice<string>[];

function formatCollector(
  names: readonly string[],
  forFiles: readonly string[],
): (value: string, before: Choices) => FormatChoice<string>[] {
  const known = [...names, ...forFiles];
  return (value, before) => {
    const at = value.indexOf('=');
    const format = at < 0 ? value : value.slice(0, at);
    const file = at < 0 ? undefined : value.slice(at + 1);
    if (!known.includes(format) || file === '')
      throw new InvalidArgumentError(`It is one of ${known.join(', ')}, or FORMAT=FILE.`);
    if (file === undefined && forFiles.includes(format))
      throw new InvalidArgumentError(`It needs a file: ${format}=FILE.`);
    if (file === undefined && before.some((choice) => choice.file === undefined))
      throw new InvalidArgumentError(`Only one goes to the screen; give the others a file, such as ${format}=FILE.`);
    return [...before, { format, file }];
  };
}

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number, such as 500.');
  return Number(text);
}

/** A day that there is. */
export function day(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // The 30th of February would be read as a day of March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(value))
    throw new InvalidArgumentError('Write a day as year, month and day: 2026-01-31.');
  return value;
}
