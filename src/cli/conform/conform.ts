import { conformFiles } from '../../conform/conform-files.ts';
import type { KnownForm } from '../../conform/versions.ts';
import { diagnose } from '../../diagnostics/collector.ts';
import { textInAny } from '../../model/facets.ts';
import type { DataFile } from '../../submissions/submission.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { dataFiles } from '../data-files.ts';
import type { ExitCode, Host } from '../host.ts';
import { createProgress } from '../progress.ts';
import { knownForms, sourcesOf } from './known-forms.ts';
import type { FindingOptions } from './options.ts';
import { beginFindings } from './output.ts';
import { createSampler } from './sample.ts';

/** What the command was called with. */
export interface ConformCall extends FindingOptions {
  readonly source: string | undefined;
  readonly data: readonly string[];
  readonly also: readonly string[];
  readonly form?: string;
  readonly profile: readonly Profile[];
  readonly sample?: number;
  readonly showAnswers: boolean;
}

/**
 * Checks files of submissions and tells the exit code.
 * @throws UsageError for a source, a file or an output that cannot be used
 */
export async function conform(call: ConformCall, host: Host): Promise<ExitCode> {
  const started = host.now();
  const files = dataFiles(call.data, host);
  const forms = knownForms(call, host);
  const { store, finish } = await beginFindings(call, [...call.data, ...sourcesOf(call, host)], host);
  const progress = createProgress(host);
  const sampler = createSampler(call.sample);
  let looked = 0;
  const about = await conformFiles(files, {
    forms,
    host: host.evaluation(),
    showAll: call.showAnswers,
    sink: store.add,
    report: (rule, at, params, more = {}) => store.tell(diagnose(rule, at, params, more)),
    looked: (subject) => {
      looked += 1;
      store.looked(subject);
    },
    pick: (submissions, file, done) => {
      progress.show(`${looked} submissions, ${percent(done, file)} of ${file.name}`);
      return sampler.pick(submissions, file, done);
    },
  });
  progress.end();
  for (const diagnostic of about) store.tell(diagnostic);
  return finish({ source: call.source ?? 'dictionary', forms: [titleOf(forms[0])], data: call.data }, started);
}

function percent(done: number, { size }: DataFile): string {
  return `${size === 0 ? 100 : Math.min(Math.round((100 * done) / size), 100)} %`;
}

function titleOf({ version: { delivery, dictionary } }: KnownForm): string {
  const { form } = delivery;
  const title = textInAny(form.title, [dictionary.defaultLanguage, form.defaultLanguage]);
  return title?.string.text ?? form.name.string.text;
}
