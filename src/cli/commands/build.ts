import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { builtFiles } from '../../formats/built-files.ts';
import { type OutputFile, publish, type PublishResult } from '../../formats/publish.ts';
import { formFiles } from '../../xlsform/form-files.ts';
import { fails, printFindings } from '../findings.ts';
import type { ExitCode, Host } from '../host.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { readSource, type CheckedSource } from '../checked-source.ts';
import { findSource, openSource } from '../source.ts';
import { watch } from '../watch.ts';

const TARGETS = ['xlsform'];
/** Marks our files in the output folder. */
const TAG = 'xlsform';

interface BuildOptions extends CommonOptions {
  readonly target: readonly string[];
  readonly out: string;
}

export function addBuild(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('build')
    .argument('[source]', 'the folder of a dictionary')
    .summary('writes the workbooks and what they attach')
    .option('--target <name>', `what to write: ${TARGETS.join(', ')} (repeatable)`, collectTarget, [])
    .option('--out <folder>', 'where to write', 'build');
  withCommonOptions(command).action(async (source: string | undefined, options: BuildOptions) => {
    const folder = findSource(source, host.cwd);
    const run = (): Promise<ExitCode> => build(folder, options, host);
    done(options.watch ? await watch(folder, run, host) : await run());
  });
}

function collectTarget(value: string, before: readonly string[]): string[] {
  if (!TARGETS.includes(value)) throw new InvalidArgumentError(`This version writes: ${TARGETS.join(', ')}.`);
  return [...before, value];
}

/** Checks first: a dictionary with findings that fail writes nothing. */
async function build(folder: string, options: BuildOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const checked = readSource(openSource(folder, host.cwd), options);
  const talk = options.quiet ? () => undefined : host.err;
  if (fails(checked.diagnostics, options.failOn)) {
    const code = await printFindings(checked.diagnostics, options, host, started);
    talk(`Nothing was written to ${options.out}.\n`);
    return code;
  }
  const late: Diagnostic[] = [];
  const files = await outputFiles(checked, talk, late);
  const diagnostics = [...checked.diagnostics, ...late];
  const out = path.resolve(host.cwd, options.out);
  const partial = options.form.length > 0 || options.profile.length > 0;
  const result = late.length === 0 ? await publishTo(out, files, partial ? foldersOf(checked) : undefined) : undefined;
  talk(result ? told(result, options.out) : `Nothing was written to ${options.out}.\n`);
  return printFindings(diagnostics, options, host, started);
}

async function outputFiles(
  { dictionary, forms, profiles }: CheckedSource,
  talk: (text: string) => void,
  late: Diagnostic[],
): Promise<OutputFile[]> {
  const { report, diagnostics } = createCollector();
  const files: OutputFile[] = [];
  for (const profile of profiles) {
    for (const form of forms.values()) {
      const name = form.name.string.text;
      talk(`${profile}  ${name}\n`);
      const made = dictionary ? await formFiles(dictionary, form, profile, report) : [];
      files.push(...made.map(({ path: file, bytes }) => ({ path: `${profile}/core/${name}/${file}`, bytes })));
    }
  }
  late.push(...diagnostics());
  return files;
}

/** The folders that this build is about. */
function foldersOf({ forms, profiles }: CheckedSource): readonly string[] {
  return profiles.flatMap((profile) => [...forms.keys()].map((name) => `${profile}/core/${name}/`));
}

/** Puts the files in place. A build of some forms or profiles only (`folders`) leaves what was built of the others. */
async function publishTo(
  out: string,
  files: readonly OutputFile[],
  folders?: readonly string[],
): Promise<PublishResult> {
  const built = folders ? await builtFiles(out, TAG) : [];
  const others = built.filter((file) => !folders?.some((folder) => file.path.startsWith(folder)));
  return publish(out, TAG, [...files, ...others]);
}

function told({ status, written, removed, same }: PublishResult, out: string): string {
  if (status === 'unchanged') return `${out} is up to date: ${same.length} files.\n`;
  const gone = removed.length > 0 ? `, ${removed.length} removed` : '';
  return `${out}: ${written.length} ${written.length === 1 ? 'file' : 'files'} written, ${same.length} as before${gone}.\n`;
}
