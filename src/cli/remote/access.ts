import { accessCsv, accessJson } from '../../printers/access/access-data.ts';
import { accessTable } from '../../printers/access/access-table.ts';
import { styleFor } from '../../printers/style.ts';
import { type Answered, askAccess, type Asked } from '../../remote/access/ask-access.ts';
import { isAmiss } from '../../remote/access/project-access.ts';
import { personalQuestion } from '../../remote/servers/public-data.ts';
import { projectName } from '../../remote/servers/server.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { createProgress } from '../progress.ts';
import type { AccessOptions } from './access-options.ts';
import { type OpenedServers, openServers } from './open.ts';

/** Tells who may do what with projects. Nothing is changed. */
export async function access(words: readonly string[], options: AccessOptions, host: Host): Promise<ExitCode> {
  const asked = askedIn(await openServers(words, options.dictionary, host));
  const progress = createProgress(host);
  const answers = await askAccess(asked, options.jobs, (done) =>
    progress.show(`reading ${done} of ${asked.length} projects`),
  );
  progress.end();
  host.out(told(answers, options, host));
  if (tellFailures(answers, host)) return EXIT.remote;
  const amiss = answers.some((answer) => answer.kind === 'reviewed' && isAmiss(answer.access));
  return options.exitCode && amiss ? EXIT.changes : EXIT.clean;
}

function askedIn({ connections, dictionaryOf, state }: OpenedServers): readonly Asked[] {
  return connections.flatMap(({ kobo, projects }) =>
    projects.map((project) => ({
      kobo,
      project,
      uid: project.uid ?? state.get(projectName(project))?.uid,
      personal: personalQuestion(dictionaryOf(project), project.form),
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
