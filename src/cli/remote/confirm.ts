import { plural } from '../../core/counts.ts';
import { quotedFew } from '../../diagnostics/quote.ts';
import type { ProjectPlan } from '../../remote/plan/project-plan.ts';
import { type Host, UsageError } from '../host.ts';

/** Asks a person; without one, only `--yes` is an answer. */
export async function isConfirmed(plans: readonly ProjectPlan[], yes: boolean, host: Host): Promise<boolean> {
  const writing = plans.filter(({ steps }) => steps.length > 0);
  if (yes || writing.length === 0) return true;
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
