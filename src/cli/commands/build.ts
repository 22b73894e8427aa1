import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { plural } from '../../core/counts.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type BuiltFile, builtFiles } from '../../formats/built-files.ts';
import { type OutputFile, publish, type PublishResult } from '../../formats/publish.ts';
import { fails, printFindings } from '../findings.ts';
import type { ExitCode, Host } from '../host.ts';
import { type CommonOptions, SOURCE, withCommonOptions } from '../options.ts';
import { openWhole, type WholeSource } from '../parts/whole-source.ts';
import { findSource, openSource, refuseSource } from '../source.ts';
import { defaultTargets, isTarget, type TargetName, targetNames, targets } from '../targets.ts';
import type { FileTree, KeptFiles } from '../../source/files.ts';
import { watch } from '../watch.ts';

/** Marks our files in the output folder. */
const TAG = 'xlsform';

interface BuildOptions extends CommonOptions {
  readonly target: readonly TargetName[];
  readonly out: string;
}

export function addBuild(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('build')
    .argument('[source]', SOURCE)
    .summary('writes the workbooks and what they attach, schemas, reports, a codebook')
    .option('--target <name>', targetHelp(), collectTarget, [])
    .option('--out <folder>', 'where to write', 'build');
  withCommonOptions(command).action(async (source: string | undefined, given: BuildOptions) => {
    const folder = findSource(source, host.cwd);
    refuseSource(folder, path.resolve(host.cwd, given.out), given.out);
    const options = { ...given, target: given.target.length > 0 ? given.target : defaultTargets };
    const run = (kept?: KeptFiles): Promise<ExitCode> =>
      build(openSource(folder, host.cwd, kept), folder, options, host);
    done(options.watch ? await watch(folder, run, host) : await run());
  });
}

function targetHelp(): string {
  const words = targetNames.map((name) => `${name} (${targets[name].makes})`);
  return `what to write: ${words.join(', ')}; left out: ${defaultTargets.join(' and ')} (repeatable)`;
}

function collectTarget(value: string, before: readonly TargetName[]): TargetName[] {
  if (!isTarget(value)) throw new InvalidArgumentError(`This version writes: ${targetNames.join(', ')}.`);
  return before.includes(value) ? [...before] : [...before, value];
}

/**
 * Each part is checked and built before the next, so that few are in memory; nothing takes its place before all are done, nor
 * where there are findings that fail.
 */
async function build(tree: FileTree, source: string, options: BuildOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const talk = options.quiet ? () => undefined : host.err;
  const whole = openWhole(tree, { source, cwd: host.cwd }, options, { chosen: options.target, told: talk }, host);
  const { diagnostics, result } = await publishAll(whole, options, host);
  if (result) talk(told(result, options.out));
  const code = await printFindings(diagnostics, options, host, started);
  if (!result) talk(`Nothing was written to ${options.out}.\n`);
  return code;
}

/** Thrown where findings keep everything from being written. */
class NothingToWrite extends Error {
  override readonly name = 'NothingToWrite';
}

interface Published {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where nothing was written. */
  readonly result: PublishResult | undefined;
}

async function publishAll(whole: WholeSource, options: BuildOptions, host: Host): Promise<Published> {
  const out = path.resolve(host.cwd, options.out);
  let diagnostics: readonly Diagnostic[] = [];
  const judge = (): boolean => {
    const late = whole.results().flatMap((part) => part.late);
    diagnostics = [...whole.diagnostics(), ...late];
    return late.length === 0 && !fails(diagnostics, options.failOn);
  };
  try {
    let before: readonly BuiltFile[] = [];
    const files = outputFiles(whole, judge, () => {
      const isOurs = isPartOf(whole, options);
      return before.filter((file) => !isOurs(file.path));
    });
    // Where the first part has findings already, nobody looks at the folder.
    const first = await files.next();
    before = await builtFiles(out, TAG);
    const result = await publish(out, TAG, chained(first, files));
    return { diagnostics, result };
  } catch (error) {
    if (error instanceof NothingToWrite) return { diagnostics, result: undefined };
    throw error;
  }
}

async function* outputFiles(
  whole: WholeSource,
  judge: () => boolean,
  others: () => readonly BuiltFile[],
): AsyncGenerator<OutputFile> {
  for await (const { files } of whole.parts()) yield* files;
  if (!judge()) throw new NothingToWrite();
  for (const { path: file, read } of others()) yield { path: file, bytes: await read() };
}

async function* chained<Value>(
  first: IteratorResult<Value, void>,
  others: AsyncIterable<Value>,
): AsyncGenerator<Value> {
  if (first.done !== true) yield first.value;
  yield* others;
}

/** Tells whether a built file is of what this build is about: it goes when it is not made again. */
function isPartOf({ opened, results }: WholeSource, options: BuildOptions): (file: string) => boolean {
  const { kind, profiles } = opened;
  const named = new Map(results().map(({ name, forms }) => [name, new Set(forms)]));
  const ofCountries = options.country.length > 0 ? [...named.keys()] : undefined;
  // Workbooks that are built one after the other leave each other alone.
  const isOfForms = (part: string, form: string): boolean =>
    (options.form.length === 0 && kind !== 'workbook') || form === 'codebook' || named.get(part)?.has(form) === true;
  const ofProfiles = options.profile.length > 0 ? profiles : undefined;
  // What belongs to a form or a profile that the dictionary has no more goes, of whatever target it is.
  const isOfNothing = (profile: string, part: string, form: string): boolean =>
    !profiles.some((name) => name === profile) || (form !== 'codebook' && !named.get(part)?.has(form));
  return (file) => {
    const [profile = '', part = '', form = '', ...rest] = file.split('/');
    const below = [form, ...rest].join('/');
    const known = targetNames.some((name) => targets[name].owns(below));
    const chosen = !known || options.target.some((name) => targets[name].owns(below));
    return (
      (chosen || isOfNothing(profile, part, form)) &&
      isOfForms(part, form) &&
      (ofCountries?.includes(part) ?? true) &&
      (ofProfiles?.some((name) => name === profile) ?? true)
    );
  };
}

function told({ status, written, removed, same }: PublishResult, out: string): string {
  if (status === 'unchanged') return `${out} is up to date: ${plural(same.length, 'file')}.\n`;
  const kept = same.length > 0 ? `, ${same.length} as before` : '';
  const gone = removed.length > 0 ? `, ${removed.length} removed` : '';
  return `${out}: ${plural(written.length, 'file')} written${kept}${gone}.\n`;
}
