import { quote, quotedFew } from '../diagnostics/quote.ts';
import type { Database } from './duckdb.ts';
import { StoreError } from './store-error.ts';

/** How submissions are protected before they come in. */
export interface Guard {
  readonly protect: boolean;
  /** What tells the key of pseudonyms from others; undefined where there are none. */
  readonly keyMark: string | undefined;
}

/** What is done with the answers to a question; an order from telling all to telling nothing. */
export const treatments = ['kept', 'pseudonym', 'left-out'] as const;
export type StoredTreatment = (typeof treatments)[number];

export interface TreatedAnswer {
  readonly path: string;
  readonly name: string;
  readonly treatment: StoredTreatment;
}

const OTHER_STORE = 'Name another file by --store: it is begun with the next pull.';

/** Whether a store is protected; undefined for one that holds nothing yet. */
export async function isProtected(database: Database): Promise<boolean | undefined> {
  const [row] = await database.rows(`SELECT value FROM lexiform.about WHERE fact = 'protected'`);
  return row === undefined ? undefined : row['value'] === 'yes';
}

/**
 * Writes down how a store is protected, or holds to what was written down.
 * @throws StoreError where it would hold protected and unprotected answers, or pseudonyms of two keys
 */
export async function guardStore(database: Database, { protect, keyMark }: Guard): Promise<void> {
  const known = await isProtected(database);
  const shown = quote(database.shown);
  if (known === true && !protect)
    throw new StoreError(
      `The store ${shown} is protected, and nothing comes in unprotected.`,
      `Pull with --protect. ${OTHER_STORE}`,
    );
  if (known === false && protect)
    throw new StoreError(
      `The store ${shown} holds unprotected answers already: with --protect they would stay in it.`,
      `${OTHER_STORE} Then delete the old one, if it is not needed.`,
    );
  if (known === undefined)
    await database.run(`INSERT INTO lexiform.about VALUES ('protected', $value)`, { value: protect ? 'yes' : 'no' });
  await guardKey(database, keyMark);
}

async function guardKey(database: Database, keyMark: string | undefined): Promise<void> {
  if (keyMark === undefined) return;
  const [known] = await database.rows(`SELECT value FROM lexiform.about WHERE fact = 'pseudonym key'`);
  if (!known) await database.run(`INSERT INTO lexiform.about VALUES ('pseudonym key', $keyMark)`, { keyMark });
  else if (known['value'] !== keyMark)
    throw new StoreError(
      `The pseudonyms in the store ${quote(database.shown)} were made with another key: the same person would have two.`,
      `Give the key that it was begun with. ${OTHER_STORE}`,
    );
}

/**
 * Writes down what is done with each answer of a project.
 * @throws StoreError where the store holds answers that are to be protected now: they cannot be taken out of a file for sure
 */
export async function treatProject(
  database: Database,
  project: string,
  wanted: readonly TreatedAnswer[],
): Promise<void> {
  await database.together(async () => {
    const rows = await database.rows('SELECT path, name, treatment FROM lexiform.treatments WHERE project = $project', {
      project,
    });
    const before = new Map(rows.map((row) => [String(row['path']), rankOf(String(row['treatment']))]));
    const graver = wanted.filter(({ path, treatment }) => (before.get(path) ?? Infinity) < rankOf(treatment));
    if (graver.length > 0) throw nowProtected(database, graver);
    const milder = wanted.some(({ path, treatment }) => (before.get(path) ?? -1) > rankOf(treatment));
    // What was left out is on the server alone: all is read again.
    if (milder) await database.run('DELETE FROM lexiform.cursors WHERE project = $project', { project });
    for (const { path, name, treatment } of wanted)
      if (before.get(path) !== rankOf(treatment)) await writeTreatment(database, { project, path, name, treatment });
  });
}

async function writeTreatment(database: Database, values: TreatedAnswer & { readonly project: string }): Promise<void> {
  const { project, path } = values;
  await database.run('DELETE FROM lexiform.treatments WHERE project = $project AND path = $path', { project, path });
  await database.run('INSERT INTO lexiform.treatments VALUES ($project, $path, $name, $treatment)', { ...values });
}

function rankOf(treatment: string): number {
  return treatments.findIndex((known) => known === treatment);
}

function nowProtected(database: Database, answers: readonly TreatedAnswer[]): StoreError {
  const names = [...new Set(answers.map(({ name }) => name))];
  return new StoreError(
    `The dictionary protects ${quotedFew(names)} by now, and the store ${quote(database.shown)} holds answers to ${names.length === 1 ? 'it' : 'them'} from before.`,
    `${OTHER_STORE} Then delete the old one: what is taken out of a file can be on the disk for long.`,
  );
}

/** What is done with the answers of a project; empty where all are kept. */
export async function treatmentsOf(database: Database, project: string): Promise<readonly TreatedAnswer[]> {
  const rows = await database.rows('SELECT path, name, treatment FROM lexiform.treatments WHERE project = $project', {
    project,
  });
  return rows.map((row) => ({
    path: String(row['path']),
    name: String(row['name']),
    treatment: treatments[rankOf(String(row['treatment']))] ?? 'left-out',
  }));
}
