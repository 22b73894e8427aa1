import { listed, quote, quotedFew } from '../diagnostics/quote.ts';
import { CORE } from '../conform/made-by.ts';
import { countryOfProject } from '../remote/servers/server.ts';
import type { DataFile } from '../submissions/submission.ts';
import { dataFiles } from './data-files.ts';
import { type Host, UsageError } from './host.ts';
import { findDictionary, isWorkbook } from './source.ts';

/** Where a command takes submissions from. */
export interface DataOptions {
  readonly data: readonly string[];
  /** Servers and projects whose submissions were pulled. */
  readonly server: readonly string[];
  readonly store?: string;
  readonly form?: string;
  /** Ids of countries. */
  readonly country?: string | readonly string[];
}

export interface OpenedData {
  readonly files: readonly DataFile[];
  /** What is read, by names that nothing may be written to. */
  readonly inputs: readonly string[];
  /** The form that was pulled, or named. */
  readonly form: string | undefined;
  /** The countries, and `core`, whose submissions these are; undefined where nothing tells. */
  readonly parts: readonly string[] | undefined;
  readonly close: () => Promise<void>;
}

/**
 * The submissions that a command is about: files, or what was pulled into the store.
 * @param source the dictionary, beside which the store is
 * @throws UsageError where there are none, StoreError where the store cannot be read
 */
export async function openData(source: string | undefined, options: DataOptions, host: Host): Promise<OpenedData> {
  const { data, server, form } = options;
  const named = countriesNamed(options);
  const parts = named.length > 0 ? named : undefined;
  if (server.length === 0)
    return { files: dataFiles(data, host), inputs: data, form, parts, close: () => Promise.resolve() };
  if (data.length > 0)
    throw new UsageError('Submissions come from files or from the store.', 'Leave --data or --server out.');
  return openStored(source, options, host);
}

async function openStored(source: string | undefined, options: DataOptions, host: Host): Promise<OpenedData> {
  const { storeFile } = await import('./store/place.ts');
  const { openReadStore } = await import('../store/read-store.ts');
  const { chosenInStore } = await import('./store/chosen.ts');
  const { storedFile } = await import('./store/stored-file.ts');
  const dictionary = findDictionary(source, host.cwd);
  const place = storeFile(options.store, dictionary, host);
  const store = await openReadStore(place.path, place.shown);
  try {
    const named = countriesNamed(options);
    const chosen = chosenInStore(store, options.server).filter(
      ({ project, form }) =>
        form === (options.form ?? form) && (named.length === 0 || named.includes(partOfProject(project))),
    );
    const filled = chosen.filter(({ submissions }) => submissions > 0);
    const forms = [...new Set(filled.map(({ form }) => form))];
    if (forms.length > 1)
      throw new UsageError(
        `${quotedFew(options.server)} has ${forms.length} forms.`,
        `Say which, by --form: ${forms.join(', ')}`,
      );
    if (filled.length === 0)
      throw new UsageError(
        `The store ${quote(place.shown)} has no submission of ${listed(options.server.map(quote), 'or')}.`,
        'Fill it with: lexiform pull',
      );
    const files = await Promise.all(filled.map(async (project) => storedFile(store, project)));
    const parts = [...new Set(filled.map(({ project }) => partOfProject(project)))];
    const form = isWorkbook(dictionary) ? options.form : forms[0];
    return { files, inputs: [place.path], form, parts, close: store.close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function countriesNamed({ country = [] }: DataOptions): readonly string[] {
  return typeof country === 'string' ? [country] : country;
}

/** `kobo-prod/household@afg` is of the country afg. */
function partOfProject(project: string): string {
  return countryOfProject(project) ?? CORE;
}
