import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { plural } from '../../core/counts.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { builtFiles } from '../../formats/built-files.ts';
import { type FileToCome, type OutputFile, publish, type PublishResult } from '../../formats/publish.ts';
import { fails, printFindings } from '../findings.ts';
import type { ExitCode, Host } from '../host.ts';
import { type CommonOptions, SOURCE, withCommonOptions } from '../options.ts';
import { readFresh, type CheckedSource } from '../checked-source.ts';
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
    const run = (kept?: KeptFiles): Promise<ExitCode> => build(() => openSource(folder, host.cwd, kept), options, host);
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

/** Checks first: a dictionary with findings that fail writes nothing. */
async function build(open: () => FileTree, options: BuildOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const checked = readFresh(open(), options, host);
  const talk = options.quiet ? () => undefined : host.err;
  if (fails(checked.diagnostics, options.failOn)) {
    const code = await printFindings(checked.diagnostics, options, host, started);
    talk(`Nothing was written to ${options.out}.\n`);
    return code;
  }
  const late: Diagnostic[] = [];
  host.beFrugal('once');
  const files = await outputFiles(checked, options.target, talk, late);
  const diagnostics = [...checked.diagnostics, ...late];
  const out = path.resolve(host.cwd, options.out);
  const result = late.length === 0 ? await publishTo(out, files, isPartOf(checked, options)) : undefined;
  talk(result ? told(result, options.out) : `Nothing was written to ${options.out}.\n`);
  return printFindings(diagnostics, options, host, started);
}

async function outputFiles(
  { parts, profiles }: CheckedSource,
  chosen: readonly TargetName[],
  talk: (text: string) => void,
  late: Diagnostic[],
): Promise<OutputFile[]> {
  const { report, diagnostics } = createCollector();
  const files: FileToCome[] = [];
  for (const { name, dictionary, forms } of parts) {
    const shown = dictionary.country ? `${name}  ` : '';
    for (const profile of profiles) {
      for (const target of chosen) {
        const progress = (form: string): void => talk(`${shown}${profile}  ${target.padEnd(8)}  ${form}\n`);
        const work = { dictionary, forms: [...forms.values()], profile, report, progress };
        const made = await targets[target].files(work);
        for (const { path: file, bytes } of made) files.push({ path: `${profile}/${name}/${file}`, bytes });
      }
    }
  }
  late.push(...diagnostics());
  return Promise.all(files.map(async ({ path: file, bytes }) => ({ path: file, bytes: await bytes })));
}

/** Tells whether a built file is of what this build is about: it goes when it is not made again. */
function isPartOf({ kind, parts, profiles }: CheckedSource, options: BuildOptions): (file: string) => boolean {
  const named = new Map(parts.map(({ name, forms }) => [name, forms]));
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

/** Puts the files in place, and leaves what was built that this build is not about. */
async function publishTo(
  out: string,
  files: readonly OutputFile[],
  isOurs: (file: string) => boolean,
): Promise<PublishResult> {
  const others = (await builtFiles(out, TAG)).filter((file) => !isOurs(file.path));
  return publish(out, TAG, [...files, ...others]);
}

function told({ status, written, removed, same }: PublishResult, out: string): string {
  if (status === 'unchanged') return `${out} is up to date: ${plural(same.length, 'file')}.\n`;
  const kept = same.length > 0 ? `, ${same.length} as before` : '';
  const gone = removed.length > 0 ? `, ${removed.length} removed` : '';
  return `${out}: ${plural(written.length, 'file')} written${kept}${gone}.\n`;
}
