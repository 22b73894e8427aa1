import { plural } from '../../core/counts.ts';
import { openReadStore } from '../../store/read-store.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { findDictionary } from '../source.ts';
import { storeFile } from './place.ts';

export interface ListOptions {
  readonly dictionary?: string;
  readonly store?: string;
}

/** Tells what is in the store. */
export async function listStore(options: ListOptions, host: Host): Promise<ExitCode> {
  const place = storeFile(options.store, findDictionary(options.dictionary, host.cwd), host);
  const store = await openReadStore(place.path, place.shown);
  try {
    host.out(`${place.shown}: ${store.isProtected ? 'protected' : 'not protected'}\n`);
    for (const { project, submissions } of store.projects) {
      const [row] = await store.database.rows(
        `SELECT count(*) FILTER (deleted_at IS NOT NULL) AS deleted,
           (SELECT strftime(max(swept_at) AT TIME ZONE 'UTC', '%Y-%m-%d %H:%M UTC') FROM lexiform.projects WHERE project = $project) AS swept
         FROM lexiform.submissions WHERE project = $project`,
        { project },
      );
      const deleted = Number(row?.['deleted'] ?? 0);
      const gone = deleted > 0 ? `, and ${plural(deleted, 'submission')} that the server has no more` : '';
      host.out(
        `${project}: ${plural(submissions, 'submission')}${gone}; whole as of ${String(row?.['swept'] ?? 'never')}\n`,
      );
    }
    return EXIT.clean;
  } finally {
    await store.close();
  }
}
