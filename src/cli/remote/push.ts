import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plural } from '../../core/counts.ts';
import { quote, quotedFew } from '../../diagnostics/quote.ts';
import { jsonText } from '../../core/json-text.ts';
import { outcomesWords, outcomeText, stepText } from '../../printers/plan/outcomes.ts';
import { styleFor } from '../../printers/style.ts';
import { nameOf, type Target } from '../../remote/plan/plan-all.ts';
import { type PlanFile, readPlan } from '../../remote/plan/plan-file.ts';
import type { ProjectPlan } from '../../remote/plan/project-plan.ts';
import type { Outcome } from '../../remote/push/outcome.ts';
import { type Pushed, pushAll } from '../../remote/push/push-all.ts';
import { usualTiming } from '../../remote/push/timing.ts';
import { isLock, lockState } from '../../remote/state/lock.ts';
import { keepState } from '../../remote/state/state-file.ts';
import { reasonOf } from '../../source/files.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { findDictionary } from '../source.ts';
import { type Opened, openProjects } from './open-projects.ts';
import { fileOf, planOpened, targetsOf, tellFailures, toldPlan } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

export interface PushOptions extends PlanOptions {
  readonly plan?: string;
  readonly yes: boolean;
}

/** How long a push waits for another one in the same folder, in milliseconds. */
const PATIENCE = 600_000;

/** Plans and asks, or carries out a saved plan. */
export async function push(words: readonly string[], options: PushOptions, host: Host): Promise<ExitCode> {
  const folder = findDictionary(options.dictionary, host.cwd);
  const lock = await lockState(folder, PATIENCE, ({ pid }) =>
    host.err(`Another push is at work in this folder (process ${pid}); this one waits for it.\n`),
  );
  if (!isLock(lock))
    throw new UsageError(
      `Another push is at work in this folder (process ${lock.pid} on ${lock.host}).`,
      'Run this one again when it is over.',
    );
  try {
    return await pushLocked(words, options, host);
  } finally {
    await lock.release();
  }
}

async function pushLocked(words: readonly string[], options: PushOptions, host: Host): Promise<ExitCode> {
  const saved = savedPlan(words, options, host);
  const opened = await openProjects(saved ? saved.projects.map(({ project }) => project) : words, options, host);
  if (!opened) {
    host.err('Nothing was pushed.\n');
    return EXIT.findings;
  }
  if (saved) return carryOut(pushesOf(saved, opened), opened, options, host, false);
  const planned = await planOpened(opened, options.jobs, host);
  const file = fileOf(planned, opened, host);
  if (options.format === 'pretty') host.out(toldPlan(file, options, host));
  const failed = tellFailures(file, host);
  const plans = planned.flatMap((each) => (each.kind === 'planned' ? [each] : []));
  if (
    !(await isConfirmed(
      plans.map(({ plan }) => plan),
      options,
      host,
    ))
  )
    return EXIT.clean;
  return carryOut(plans, opened, options, host, failed);
}

/** A word that names a file of JSON is a saved plan. */
function savedPlan(words: readonly string[], { plan }: PushOptions, host: Host): PlanFile | undefined {
  const named = plan ?? words.find((word) => /\.json$/i.test(word));
  if (named === undefined) return undefined;
  if (words.length > (plan === undefined ? 1 : 0))
    throw new UsageError('A saved plan says itself what it is about.', `Run: lexiform push ${named}`);
  const read = readPlan(readText(path.resolve(host.cwd, named), named));
  if (!read)
    throw new UsageError(
      `${quote(named)} is not a plan that this Lexiform knows.`,
      'Make one with: lexiform plan --out plan.json',
    );
  return read;
}

function readText(full: string, file: string): string {
  try {
    return readFileSync(full, 'utf8');
  } catch (error) {
    throw new UsageError(
      `The plan ${quote(file)} cannot be read: ${reasonOf(error)}.`,
      'Make one with: lexiform plan --out plan.json',
    );
  }
}

/** The plans of a file with the projects that they are about, on the servers that they were made for. */
function pushesOf({ servers, projects }: PlanFile, opened: Opened): readonly Pushed[] {
  for (const { server } of opened.connections) {
    const then = servers.find(({ name }) => name === server.name)?.url;
    if (then === server.url) continue;
    throw new UsageError(
      `The plan was made for ${quote(server.name)} at ${then ?? 'another address'}, and it is at ${server.url} now.`,
      'Make a new plan: lexiform plan --out plan.json',
    );
  }
  const targets = new Map(targetsOf(opened).map((target): [string, Target] => [nameOf(target.wanted), target]));
  return projects.flatMap((plan) => {
    const target = targets.get(plan.project);
    return target ? [{ plan, target }] : [];
  });
}

/** Asks a person; without one, only `--yes` is an answer. */
async function isConfirmed(plans: readonly ProjectPlan[], options: PushOptions, host: Host): Promise<boolean> {
  const writing = plans.filter(({ steps }) => steps.length > 0);
  if (options.yes || writing.length === 0) return true;
  const answer = await host.ask(questionOf(writing));
  if (answer === undefined)
    throw new UsageError(
      'Nobody is there to be asked, so nothing was pushed.',
      'Say --yes to push what the plan shows.',
    );
  if (/^y(es)?$/i.test(answer.trim())) return true;
  host.err('Nothing was pushed.\n');
  return false;
}

function questionOf(plans: readonly ProjectPlan[]): string {
  const losing = plans.filter(({ effects }) => effects.length > 0).map(({ project }) => project);
  const undone = plans
    .filter(({ drift }) => drift.some(({ fate }) => fate === 'overwritten'))
    .map(({ project }) => project);
  return [
    ...(losing.length > 0 ? [`Collected answers of ${quotedFew(losing)} are left behind, as the plan says.\n`] : []),
    ...(undone.length > 0 ? [`What was changed on KoboToolbox in ${quotedFew(undone)} is undone.\n`] : []),
    `Push ${plural(plans.length, 'project')}? [y/N] `,
  ].join('');
}

async function carryOut(
  plans: readonly Pushed[],
  opened: Opened,
  options: PushOptions,
  host: Host,
  planningFailed: boolean,
): Promise<ExitCode> {
  const { folder, state, dictionary, knownUids } = opened;
  const style = styleFor(host.color && options.color);
  const talks = options.format === 'pretty';
  let over = 0;
  const outcomes = await pushAll(plans, {
    keeper: keepState(folder, state),
    dictionary,
    knownUids,
    timing: usualTiming,
    jobs: options.jobs,
    onStep: (project, step) => host.live(`${over} of ${plans.length} projects  ${stepText(project, step)}`),
    onOutcome: (outcome) => {
      over += 1;
      host.live('');
      if (outcome.result === 'failed' || outcome.result === 'blocked') host.err(outcomeText(outcome, style));
      else if (talks && outcome.result === 'done') host.out(outcomeText(outcome, style));
    },
  });
  const unchanged = outcomes.every(({ result }) => result === 'same');
  // The plan said so already.
  if (!talks || !unchanged) host.out(talks ? `${outcomesWords(outcomes)}\n` : outcomesText(outcomes));
  const bad = planningFailed || outcomes.some(({ result }) => result === 'failed' || result === 'blocked');
  return bad ? EXIT.remote : EXIT.clean;
}

function outcomesText(outcomes: readonly Outcome[]): string {
  const projects = outcomes.map(({ project, name, result, uid, done, failure }) => ({
    project,
    name,
    result,
    uid,
    done,
    ...(failure ? { failure: { step: failure.step, message: failure.message, help: failure.help } } : {}),
  }));
  return jsonText({ version: 1, projects });
}
