import { conformFiles } from '../../conform/conform-files.ts';
import { CORE } from '../../conform/made-by.ts';
import type { KnownForm } from '../../conform/versions.ts';
import { diagnose } from '../../diagnostics/collector.ts';
import { textInAny } from '../../model/facets.ts';
import type { DataFile } from '../../submissions/submission.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import type { ExitCode, Host } from '../host.ts';
import { type DataOptions, openData, type OpenedData } from '../open-data.ts';
import { createProgress } from '../progress.ts';
import { openVersions, sourcesOf } from './known-forms.ts';
import { partsThatMade } from './parts-that-made.ts';
import type { FindingOptions } from './options.ts';
import { beginFindings } from './output.ts';
import { createSampler } from './sample.ts';

/** What the command was called with. */
export interface ConformCall extends FindingOptions, Omit<DataOptions, 'country'> {
  readonly source: string | undefined;
  readonly also: readonly string[];
  readonly country: readonly string[];
  readonly profile: readonly Profile[];
  readonly sample?: number;
  readonly showAnswers: boolean;
}

/**
 * Checks files of submissions and tells the exit code.
 * @throws UsageError for a source, a file or an output that cannot be used, StoreError for a store
 */
export async function conform(call: ConformCall, host: Host): Promise<ExitCode> {
  const data = await openData(call.source, call, host);
  try {
    return await conformData(data, data.form === undefined ? call : { ...call, form: data.form }, host);
  } finally {
    await data.close();
  }
}

async function conformData({ files, inputs, parts }: OpenedData, call: ConformCall, host: Host): Promise<ExitCode> {
  const started = host.now();
  const versions = openVersions({ ...call, country: parts?.find((part) => part !== CORE) }, host);
  const progress = createProgress(host);
  const forms = versions.of(parts ?? (await partsThatMade(files, versions, call, progress)), call.country.length > 0);
  const { store, finish } = await beginFindings(call, [...inputs, ...sourcesOf(call, host)], host);
  const sampler = createSampler(call.sample);
  let looked = 0;
  const about = await conformFiles(files, {
    forms,
    countries: versions.countries,
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
  return finish(
    {
      source: call.source ?? 'dictionary',
      forms: [...new Set(forms.map(titleOf))],
      data: files.map(({ name }) => name),
    },
    started,
  );
}

function percent(done: number, { size }: DataFile): string {
  return `${size === 0 ? 100 : Math.min(Math.round((100 * done) / size), 100)} %`;
}

function titleOf({ version: { delivery, dictionary } }: KnownForm): string {
  const { form } = delivery;
  const title = textInAny(form.title, [dictionary.defaultLanguage, form.defaultLanguage]);
  return title?.string.text ?? form.name.string.text;
}
