import { createHash } from 'node:crypto';
import { sha256 } from '../../core/hash.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { questionsOf } from '../../model/walk.ts';
import { formFiles } from '../../xlsform/form-files.ts';
import { formWorkbook } from '../../xlsform/rows/workbook.ts';
import { hashOf, type NormalForm } from '../content/normal-form.ts';
import { formOfWorkbook } from '../content/of-workbook.ts';
import type { Project } from '../servers/server.ts';
import { titledForm } from '../servers/titled-form.ts';
import { locksBroken } from './broken-locks.ts';
import type { Change } from './change.ts';
import type { Renames } from './compare-survey.ts';

/** What the dictionary wants of a project. */
export interface Wanted {
  readonly project: Project;
  /** What the project is called on the server. */
  readonly name: string;
  readonly form: NormalForm;
  /** Of the form and the name. */
  readonly hash: string;
  /** What submissions will say of their form; undefined for one without a stamp. */
  readonly stamp: string | undefined;
  readonly workbook: Uint8Array;
  readonly media: ReadonlyMap<string, WantedFile>;
  readonly renames: Renames;
  /** The form spelt out, to find the place of a row in the dictionary. */
  readonly delivery: Delivery;
  /** Who locks what somebody changed on the server. */
  readonly lockOf: (change: Change) => string | undefined;
}

export interface WantedFile {
  readonly md5: string;
  readonly bytes: Uint8Array;
}

/** Reads a file that `servers.yaml` names; undefined where that was reported. */
export type ReadFile = (file: string) => Uint8Array | undefined;

/** Builds what a project is to hold; undefined where it cannot be built, which was reported. */
export async function wantedOf(
  dictionary: Dictionary,
  form: Form,
  project: Project,
  read: ReadFile,
  report: Report,
): Promise<Wanted | undefined> {
  const titled = titledForm(form, project);
  const coming = await formFiles(dictionary, titled, 'kobo', report);
  const files = await Promise.all(coming.map(async ({ path, bytes }) => ({ path, bytes: await bytes })));
  const workbook = files.find(({ path }) => !path.includes('/'))?.bytes;
  if (!workbook) return undefined;
  const delivery = deliver(dictionary, titled, 'kobo');
  const built = formWorkbook(delivery, dictionary);
  const { form: normal, title: name } = formOfWorkbook(built.plan);
  const media = new Map(
    files.flatMap(({ path, bytes }) => (path.startsWith('media/') ? [wantedFile(path.slice(6), bytes)] : [])),
  );
  for (const [file, from] of project.media) {
    const bytes = read(from);
    if (bytes) media.set(...wantedFile(file, bytes));
  }
  const hash = contentHash(normal, name);
  return {
    project,
    name,
    form: normal,
    hash,
    stamp: built.stamp,
    workbook,
    media,
    renames: renamesIn(titled),
    delivery,
    lockOf: locksBroken(dictionary, form),
  };
}

function wantedFile(name: string, bytes: Uint8Array): [string, WantedFile] {
  return [name, { md5: createHash('md5').update(bytes).digest('hex'), bytes }];
}

function renamesIn({ items }: Form): Renames {
  const named = questionsOf(items).map(({ item }) => [item.name.string.text, item.meaning.was ?? []] as const);
  return new Map(
    named.flatMap(([name, was]) => (was.length > 0 ? [[name, was.map(({ string }) => string.text)]] : [])),
  );
}

/** A hash of what people and devices see of a project: its name and its form. */
export function contentHash(form: NormalForm, name: string): string {
  return sha256(JSON.stringify([name, hashOf(form)]));
}
