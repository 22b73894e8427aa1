import { jsonText } from '../../core/json-text.ts';
import { outcomesWords, outcomeText, stepText } from '../../printers/plan/outcomes.ts';
import { styleFor } from '../../printers/style.ts';
import type { Outcome } from '../../remote/push/outcome.ts';
import { type Pushed, pushAll } from '../../remote/push/push-all.ts';
import { usualTiming } from '../../remote/push/timing.ts';
import { type Holder, isLock, lockState } from '../../remote/state/lock.ts';
import { keepState } from '../../remote/state/state-file.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { findDictionary } from '../source.ts';
import { isConfirmed } from './confirm.ts';
import { type Opened, openProjects } from './open-projects.ts';
import { fileOf, planOpened, tellFailures, toldPlan } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';
import { pushesOf, savedPlan } from './saved-plan.ts';

export interface PushOptions extends PlanOptions {
  readonly plan?: string;
  readonly yes: boolean;
}

/** How long a push waits for another one in the same folder, in milliseconds. */
const PATIENCE = 600_000;

/** Plans and asks, or carries out a saved plan. */
export async function push(words: readonly string[], options: PushOptions, host: Host): Promise<ExitCode> {
  const folder = findDictionary(options.dictionary, host.cwd);
  const lock = await lockState(folder, PATIENCE, (holder) =>
    host.err(`Another push is at work in this folder${holderWords(holder)}; this one waits for it.\n`),
  );
  if (!isLock(lock))
    throw new UsageError(
      `Another push is at work in this folder${holderWords(lock)}.`,
      'Run this one again when it is over.',
    );
  try {
    return await pushLocked(words, options, host);
  } finally {
    await lock.release();
  }
}

/** A lock that cannot be read does not say whose it is. */
function holderWords({ pid, host }: Holder): string {
  return Number.isNaN(pid) ? '' : ` (process ${pid} on ${host})`;
}

async function pushLocked(words: readonly string[], options: PushOptions, host: Host): Promise<ExitCode> {
  const saved = savedPlan(words, options.plan, host);
  const opened = await openProjects(saved ? saved.projects.map(({ project }) => project) : words, options, host);
  if (!opened) {
    host.err('Nothing was pushed.\n');
    return EXIT.findings;
  }
  if (saved) return carryOut(pushesOf(saved, opened), opened, options, host, { failed: false, told: false });
  const planned = await planOpened(opened, options.jobs, host);
  const file = fileOf(planned, opened, host);
  if (options.format === 'pretty') host.out(toldPlan(file, options, host));
  const failed = tellFailures(file, host);
  const plans = planned.flatMap((each) => (each.kind === 'planned' ? [each] : []));
  if (
    !(await isConfirmed(
      plans.map(({ plan }) => plan),
      options.yes,
      host,
    ))
  )
    return EXIT.clean;
  return carryOut(plans, opened, options, host, { failed, told: true });
}

interface Planning {
  /** Whether a server could not be asked. */
  readonly failed: boolean;
  /** Whether the plan was shown, which says which projects stay as they are. */
  readonly told: boolean;
}

async function carryOut(
  plans: readonly Pushed[],
  opened: Opened,
  options: PushOptions,
  host: Host,
  planning: Planning,
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
  if (!talks || !unchanged || !planning.told) host.out(talks ? `${outcomesWords(outcomes)}\n` : outcomesText(outcomes));
  const bad = planning.failed || outcomes.some(({ result }) => result === 'failed' || result === 'blocked');
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
