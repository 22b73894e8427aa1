import { quote } from '../../diagnostics/quote.ts';
import type { FaultKind } from '../../generate/faults/fault.ts';
import type { Note, Notes, Reason, Uncomputed } from '../../generate/fill/notes.ts';
import type { Rule, Step } from '../../generate/plan/step.ts';
import type { Host } from '../host.ts';
import type { GenerateCommandOptions, Tally } from './options.ts';

/** Tells on stderr what could not be done, a sentence for each question. */
export function tellNotes({ uncomputed, unmetNotes, brokenChecks, unsteadyRecords }: Notes, host: Host): void {
  for (const each of uncomputed.values()) host.err(`${uncomputedWords(each)}\n`);
  for (const note of unmetNotes.values()) host.err(`${unmetWords(note)}\n`);
  for (const [check, count] of brokenChecks) host.err(`${brokenWords(check, count)}\n`);
  const unsteady = unsteadyRecords();
  if (unsteady > 0)
    host.err(
      `In ${records(unsteady)} answers depend on each other in a circle and never come to rest: these do not conform. ` +
        `lexiform check tells where.\n`,
    );
}

type BrokenCheck = Parameters<Notes['broken']>[0];

const MEANS: Readonly<Record<Rule['column'], string>> = {
  relevant: 'it counts as asked',
  required: 'it counts as required',
  constraint: 'any answer counts as allowed',
  calculation: 'it stays blank',
  default: 'it begins blank',
  repeat_count: 'it has no entries',
};

function uncomputedWords({ step, rule, why }: Uncomputed): string {
  return `note   ${step.key}: ${rule.column} ${quote(rule.words)} cannot be computed here, so ${MEANS[rule.column]}. ${why.message}`;
}

function unmetWords({ step, reason, records: count }: Note): string {
  return `error  ${step.key}: ${whyUnmet(reason, step)} ${capital(records(count))} ${count === 1 ? 'does' : 'do'} not conform.`;
}

function brokenWords(check: BrokenCheck, count: number): string {
  const found = `no answers were found that keep it. ${capital(records(count))} ${count === 1 ? 'breaks' : 'break'} it.`;
  return `${check.severity.padEnd(6)} ${whatBroken(check)}: ${found}`;
}

function whatBroken(check: BrokenCheck): string {
  switch (check.kind) {
    case 'soft':
      return `soft limit ${quote(check.when.string.text)} of ${check.name}`;
    case 'when':
      return `check ${quote(check.name)} (${check.when.string.text})`;
    case 'sums':
    case 'duration':
      return `check ${quote(check.name)}`;
  }
}

function whyUnmet(reason: Reason, { kind }: Step): string {
  switch (reason.kind) {
    case 'constraint':
      return `no answer was found that its constraint ${quote(reason.words)} allows, and it may not be blank.`;
    case 'no-choice':
      return reason.words === ''
        ? 'it offers nothing to choose, and may not be blank.'
        : `its choice filter ${quote(reason.words)} lets nothing through that it takes, and it may not be blank.`;
    case 'file':
      if (reason.file === '') return 'its list is not here, and it may not be blank.';
      return `its choices stand in ${quote(reason.file)}, which is not here, and it may not be blank. Put the file beside the source.`;
    case 'blocked':
      return 'it is a note that is required, so nobody goes on who sees it, and no answers were found that hide it.';
    case 'rank':
      return `no answer was found for this ${kind === 'answer' ? 'question' : kind}, and it may not be blank.`;
    case 'count':
      return `its repeat_count ${quote(reason.words)} asks for more than ${reason.most} entries, and only so many are made.`;
  }
}

export function tellSummary(
  { records: made, faults, unmet }: Tally,
  form: string,
  { seed, out, faultsOut }: GenerateCommandOptions,
  impossible: readonly FaultKind[],
  host: Host,
): void {
  if (impossible.length > 0)
    host.err(`This form cannot have, or seldom enough: ${impossible.map(faultWords).join('; ')}.\n`);
  const withFaults = faults === 0 ? '' : `, ${faults} of them with one fault each`;
  const where = out === undefined ? '' : ` in ${out}`;
  const broken = unmet === 0 ? '' : `, ${unmet} of them not as the form wants them`;
  host.err(`${capital(records(made))} of form ${quote(form)} (seed ${seed})${where}${withFaults}${broken}.\n`);
  if (faults > 0)
    host.err(
      faultsOut === undefined
        ? 'Which they are: --faults-out FILE says it.\n'
        : `Which they are stands in ${faultsOut}.\n`,
    );
}

function faultWords({ rule, what }: FaultKind): string {
  return `${rule} (${what})`;
}

function records(count: number): string {
  return count === 1 ? '1 record' : `${count} records`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
