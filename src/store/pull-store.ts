import { type Database, isThere, openDatabase } from './duckdb.ts';
import { type Guard, guardStore, type TreatedAnswer, treatProject } from './protected-store.ts';
import { prepare } from './schema.ts';
import { addPage, type Page, type PageCounts } from './write/add-page.ts';
import { beginSweep, type Sweep, SWEPT } from './write/sweep.ts';

/** A store that is written to. One process at a time has it open. */
export interface PullStore {
  readonly database: Database;
  /** Whether the file was there before. */
  readonly wasThere: boolean;
  readonly addPage: (page: Page) => Promise<PageCounts>;
  readonly beginSweep: (project: string) => Promise<Sweep>;
  /** How far a project was read by a filter; 0 where it was not. */
  readonly cursor: (project: string, filter: string) => Promise<number>;
  /** Makes a project known. */
  readonly begin: (project: StoredProject) => Promise<void>;
  /** Writes down what is done with its answers. @throws StoreError where the store holds some that are protected by now */
  readonly treat: (project: string, answers: readonly TreatedAnswer[]) => Promise<void>;
  readonly log: (entry: PullEntry) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StoredProject {
  /** `server/key` */
  readonly project: string;
  readonly form: string;
  readonly uid: string;
}

export interface PullEntry extends PageCounts {
  readonly project: string;
  readonly filter: string;
  readonly deleted: number;
  readonly statuses: number;
  readonly startedAt: Date;
}

/**
 * Opens the store for a pull, and makes it where there is none.
 * @throws StoreError
 */
export async function openPullStore(path: string, shown: string, guard: Guard): Promise<PullStore> {
  const wasThere = isThere(path);
  const database = await openDatabase({ path, shown, mode: 'write' });
  try {
    await prepare(database);
    await guardStore(database, guard);
    await database.run(SWEPT);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    database,
    wasThere,
    addPage: async (page) => addPage(database, page),
    beginSweep: async (project) => beginSweep(project, database),
    cursor: async (project, filter) => cursorOf(database, project, filter),
    begin: async (project) => begin(database, project),
    treat: async (project, answers) => treatProject(database, project, answers),
    log: async (entry) => log(database, entry),
    close: async () => database.close(),
  };
}

async function cursorOf(database: Database, project: string, filter: string): Promise<number> {
  const [row] = await database.together(async () =>
    database.rows('SELECT last_id FROM lexiform.cursors WHERE project = $project AND filter = $filter', {
      project,
      filter,
    }),
  );
  return Number(row?.['last_id'] ?? 0);
}

async function begin(database: Database, { project, form, uid }: StoredProject): Promise<void> {
  await database.together(async () => {
    const [known] = await database.rows('SELECT uid FROM lexiform.projects WHERE project = $project', { project });
    if (!known) {
      await database.run('INSERT INTO lexiform.projects (project, form, uid) VALUES ($project, $form, $uid)', {
        project,
        form,
        uid,
      });
    } else if (known['uid'] !== uid) {
      // Another project of the server counts its submissions anew.
      await database.run('UPDATE lexiform.projects SET uid = $uid WHERE project = $project', { project, uid });
      await database.run('DELETE FROM lexiform.cursors WHERE project = $project', { project });
    }
  });
}

async function log(database: Database, entry: PullEntry): Promise<void> {
  const { project, filter, added, edited, deleted, returned, statuses, startedAt } = entry;
  await database.together(async () =>
    database.run(
      `INSERT INTO lexiform.pulls VALUES
       ($project, $filter, CAST($started AS TIMESTAMPTZ), now(), $added, $edited, $deleted, $returned, $statuses)`,
      { project, filter, started: startedAt.toISOString(), added, edited, deleted, returned, statuses },
    ),
  );
}
