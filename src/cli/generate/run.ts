import path from 'node:path';
import { quote } from '../../diagnostics/quote.ts';
import { type AsideFile, openAside } from '../../formats/aside-file.ts';
import type { FaultKind } from '../../generate/faults/fault.ts';
import { faultKinds } from '../../generate/faults/table.ts';
import { createNotes } from '../../generate/fill/notes.ts';
import { type Generated, generateRecords } from '../../generate/generate.ts';
import { planForm } from '../../generate/plan/plan.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { openForm } from '../one-form.ts';
import { createProgress } from '../progress.ts';
import type { GenerateCommandOptions, Tally } from './options.ts';
import { tellNotes, tellSummary } from './tell.ts';

/** Writes made-up submissions of a form; tells the exit code. */
export async function generate(
  source: string | undefined,
  options: GenerateCommandOptions,
  host: Host,
): Promise<ExitCode> {
  refuse(options);
  const { dictionary, form } = openForm(source, options, host);
  const plan = planForm(dictionary, form, options.profile ?? dictionary.profiles[0] ?? 'xlsform');
  const notes = createNotes();
  const { digest } = host.evaluation();
  const { count, seed, faults, from, until } = options;
  const made = generateRecords(plan, { count, seed, faults, digest, period: { from, until } }, notes);
  const tally = await writeAll(made, options, host);
  tellNotes(notes, host);
  tellSummary(tally, form.name.string.text, options, impossible(tally, options), host);
  const hasErrors = [...notes.brokenChecks.keys()].some(({ severity }) => severity === 'error');
  return tally.unmet > 0 || hasErrors ? EXIT.findings : EXIT.clean;
}

function refuse({ from, until, faults, faultsOut, out }: GenerateCommandOptions): void {
  if (from > until) throw new UsageError('--until is a day before --from.', 'Give the first day as --from.');
  if (faultsOut === undefined) return;
  if (faults === 0)
    throw new UsageError(
      '--faults-out says which faults there are, and there are none.',
      'Ask for some, as in: --faults 0.1',
    );
  if (out !== undefined && path.resolve(out) === path.resolve(faultsOut))
    throw new UsageError(`--out and --faults-out are both ${quote(out)}.`, 'Give each a file of its own.');
}

/** Records go out some at a time, so that memory does not grow with their number. */
async function writeAll(made: Iterable<Generated>, options: GenerateCommandOptions, host: Host): Promise<Tally> {
  const files: Output[] = [];
  try {
    const records = await openOutput(options.out, host, files);
    const faults = options.faultsOut === undefined ? undefined : await openOutput(options.faultsOut, host, files);
    const tally = await pass(made, { records, faults }, options, host);
    for (const { flush } of files) await flush();
    for (const { file } of files) await file?.keep();
    return tally;
  } catch (error) {
    for (const { file } of files) await file?.drop();
    throw error;
  }
}

interface Output {
  readonly file: AsideFile | undefined;
  readonly line: (content: unknown) => Promise<void>;
  readonly flush: () => Promise<void>;
}

/** Characters that are gathered before they are written. */
const AT_ONCE = 1_000_000;

async function openOutput(name: string | undefined, host: Host, opened: Output[]): Promise<Output> {
  const file = name === undefined ? undefined : await openAside(path.resolve(host.cwd, name));
  let waiting = '';
  const flush = async (): Promise<void> => {
    if (waiting !== '') await (file ? file.write(waiting) : host.out(waiting));
    waiting = '';
  };
  const output: Output = {
    file,
    line: async (content) => {
      waiting += `${JSON.stringify(content)}\n`;
      if (waiting.length > AT_ONCE) await flush();
    },
    flush,
  };
  opened.push(output);
  return output;
}

async function pass(
  made: Iterable<Generated>,
  { records, faults }: { readonly records: Output; readonly faults: Output | undefined },
  { count }: GenerateCommandOptions,
  host: Host,
): Promise<Tally> {
  const tally: Tally = { records: 0, unmet: 0, faults: 0, kinds: new Set() };
  const progress = createProgress(host);
  for (const { record, fault, isWhole } of made) {
    await records.line(record);
    if (fault) await faults?.line(fault);
    tally.records += 1;
    tally.unmet += isWhole ? 0 : 1;
    if (fault) {
      tally.faults += 1;
      tally.kinds.add(fault.what);
    }
    progress.show(`${tally.records} of ${count} records`);
  }
  progress.end();
  return tally;
}

/** The faults that were asked for and that the form cannot have. */
function impossible({ kinds }: Tally, { faults }: GenerateCommandOptions): readonly FaultKind[] {
  return faults === 'each' ? faultKinds.filter(({ what }) => !kinds.has(what)) : [];
}
