import { readFileSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../../diagnostics/quote.ts';
import type { Target } from '../../remote/plan/plan-all.ts';
import { type PlanFile, readPlan } from '../../remote/plan/plan-file.ts';
import type { Pushed } from '../../remote/push/push-all.ts';
import { projectName } from '../../remote/servers/server.ts';
import { reasonOf } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';
import type { Opened } from './open-projects.ts';
import { targetsOf } from './plan.ts';

/** A word that names a file of JSON is a saved plan. */
export function savedPlan(words: readonly string[], plan: string | undefined, host: Host): PlanFile | undefined {
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
export function pushesOf({ servers, projects }: PlanFile, opened: Opened): readonly Pushed[] {
  for (const { server } of opened.connections) {
    const then = servers.find(({ name }) => name === server.name)?.url;
    if (then === server.url) continue;
    throw new UsageError(
      `The plan was made for ${quote(server.name)} at ${then ?? 'another address'}, and it is at ${server.url} now.`,
      'Make a new plan: lexiform plan --out plan.json',
    );
  }
  const targets = new Map(
    targetsOf(opened).map((target): [string, Target] => [projectName(target.wanted.project), target]),
  );
  return projects.flatMap((plan) => {
    const target = targets.get(plan.project);
    return target ? [{ plan, target }] : [];
  });
}
