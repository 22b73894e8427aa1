import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { writeFileAside } from '../../formats/write-aside.ts';
import { quote, quotedFew } from '../../diagnostics/quote.ts';
import { planAll, type Planned, type Target } from '../../remote/plan/plan-all.ts';
import { isPlanText, planFile, type PlanFile, planText } from '../../remote/plan/plan-file.ts';
import { usualTiming } from '../../remote/push/timing.ts';
import { prettyPlan, summaryWords } from '../../printers/plan/pretty-plan.ts';
import { styleFor } from '../../printers/style.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { createProgress } from '../progress.ts';
import { type Opened, openProjects } from './open-projects.ts';
import type { PlanOptions } from './plan-options.ts';

export interface PlanCommandOptions extends PlanOptions {
  readonly out?: string;
  readonly exitCode: boolean;
}

/** Plans, tells the plan and what could not be planned. */
export async function plan(words: readonly string[], options: PlanCommandOptions, host: Host): Promise<ExitCode> {
  if (options.out !== undefined) refuseOverwriting(options.out, host);
  const opened = await openProjects(words, options, host);
  if (!opened) return EXIT.findings;
  const planned = await planOpened(opened, options.jobs, host);
  const file = fileOf(planned, opened, host);
  host.out(options.format === 'json' ? planText(file) : toldPlan(file, options, host));
  if (tellFailures(file, host)) return EXIT.remote;
  if (options.out !== undefined) await savePlan(file, options.out, host);
  const changes = file.projects.some(({ status, drift }) => status !== 'same' || drift.length > 0);
  return options.exitCode && changes ? EXIT.changes : EXIT.clean;
}

export function targetsOf({ connections, wanted }: Opened): readonly Target[] {
  return connections.flatMap(({ kobo, projects }) =>
    projects.flatMap((project) => {
      const each = wanted.get(project);
      return each ? [{ kobo, wanted: each }] : [];
    }),
  );
}

/** Reads the servers, while a person sees how far it is. */
export async function planOpened(opened: Opened, jobs: number, host: Host): Promise<readonly Planned[]> {
  const targets = targetsOf(opened);
  const progress = createProgress(host);
  const { state, knownUids } = opened;
  const onPlanned = (done: number): void => progress.show(`reading ${done} of ${targets.length} projects`);
  const planned = await planAll(targets, { state, knownUids, timing: usualTiming, jobs, onPlanned });
  progress.end();
  return planned;
}

export function fileOf(planned: readonly Planned[], { connections }: Opened, host: Host): PlanFile {
  return planFile({
    made: new Date(host.evaluation().clock.now).toISOString(),
    servers: connections.map(({ server: { name, url } }) => ({ name, url })),
    projects: planned.flatMap((each) => (each.kind === 'planned' ? [each.plan] : [])),
    failed: planned.flatMap((each) =>
      each.kind === 'failed' ? [{ project: each.project, message: each.message, help: each.help }] : [],
    ),
  });
}

export function toldPlan({ projects, summary }: PlanFile, { all, color }: PlanOptions, host: Host): string {
  const how = { all, style: styleFor(host.color && color) };
  const end = projects.length > 0 ? `${summaryWords(summary)}\n` : '';
  return `${projects.map((each) => prettyPlan(each, how)).join('')}${end}`;
}

/** Whether a server could not be asked. */
export function tellFailures({ failed }: PlanFile, { err }: Host): boolean {
  const alike = new Map<string, string[]>();
  for (const { project, message, help } of failed) {
    const words = `${message}\n  ${help}\n`;
    alike.set(words, [...(alike.get(words) ?? []), project]);
  }
  for (const [words, projects] of alike)
    err(`${quotedFew(projects)} ${projects.length > 1 ? 'were' : 'was'} not planned: ${words}`);
  return failed.length > 0;
}

/** A slip in the name of a file must not cost the dictionary. */
function refuseOverwriting(out: string, { cwd }: Host): void {
  if (out.trim() === '') throw new UsageError('The name of the plan is empty.', 'Write: --out plan.json');
  const file = path.resolve(cwd, out);
  if (!existsSync(file) || !statSync(file).isFile() || isPlanText(readFileSync(file, 'utf8'))) return;
  throw new UsageError(`${quote(out)} is there already, and is no plan.`, 'Name another file, such as --out plan.json');
}

async function savePlan(file: PlanFile, out: string, host: Host): Promise<void> {
  await writeFileAside(path.resolve(host.cwd, out), new TextEncoder().encode(planText(file)));
  host.err(`The plan is in ${out}. Carry it out with: lexiform push ${/\s/.test(out) ? `"${out}"` : out}\n`);
}
