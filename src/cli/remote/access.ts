import { accessCsv, accessJson } from '../../printers/access/access-data.ts';
import { accessTable } from '../../printers/access/access-table.ts';
import { styleFor } from '../../printers/style.ts';
import { type Answered, askAccess, type Asked } from '../../remote/access/ask-access.ts';
import { isAmiss } from '../../remote/access/project-access.ts';
import type { State } from '../../remote/state/state.ts';
import { personalQuestion } from '../../remote/servers/public-data.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { createProgress } from '../progress.ts';
import type { AccessOptions } from './access-options.ts';
import { chosenProjects, projectName } from './chosen.ts';
import { connect, type Connection } from './connect.ts';
import { type OpenedServers, openServers, openState } from './open.ts';

/** Tells who may do what with projects. Nothing is changed. */
export async function access(words: readonly string[], options: AccessOptions, host: Host): Promise<ExitCode> {
  const opened = openServers(options.dictionary, host);
  const chosen = chosenProjects(opened.servers, words);
  const state = await openState(opened);
  const progress = createProgress(host);
  const { folder } = opened;
  const onRetry = (server: string, { reason }: { readonly reason: string }): void =>
    progress.show(`${server}: asking again, because ${reason}`);
  const asked = askedOf(connect(chosen, { folder, onRetry }, host), opened, state);
  const answers = await askAccess(asked, options.jobs, (done) =>
    progress.show(`reading ${done} of ${asked.length} projects`),
  );
  progress.end();
  host.out(told(answers, options, host));
  if (tellFailures(answers, host)) return EXIT.remote;
  const amiss = answers.some((answer) => answer.kind === 'reviewed' && isAmiss(answer.access));
  return options.exitCode && amiss ? EXIT.changes : EXIT.clean;
}

function askedOf(connections: readonly Connection[], { dictionary }: OpenedServers, state: State): readonly Asked[] {
  return connections.flatMap(({ kobo, projects }) =>
    projects.map((project) => ({
      kobo,
      project,
      uid: project.uid ?? state.get(projectName(project))?.uid,
      personal: personalQuestion(dictionary, project.form),
    })),
  );
}

/** Whether a server could not be asked. */
function tellFailures(answers: readonly Answered[], host: Host): boolean {
  const failed = answers.flatMap((answer) => (answer.kind === 'failed' ? [answer] : []));
  for (const { project, message, help } of failed) host.err(`${project}: ${message}\n  ${help}\n`);
  return failed.length > 0;
}

function told(answers: readonly Answered[], { format, color }: AccessOptions, host: Host): string {
  switch (format) {
    case 'json':
      return accessJson(answers);
    case 'csv':
      return accessCsv(answers);
    case 'table':
      return accessTable(answers, styleFor(host.color && color));
  }
}
