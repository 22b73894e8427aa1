import type { ImportState } from '../kobo/assets.ts';
import type { Kobo } from '../kobo/kobo.ts';
import { lookUntil, type Timing } from './timing.ts';

/** Waits until a workbook was taken in or refused; undefined where the server is not done in time. */
export async function settled(kobo: Kobo, uid: string, timing: Timing): Promise<ImportState | undefined> {
  return lookUntil(async () => {
    const state = await kobo.importState(uid);
    return state.status === 'complete' || state.status === 'error' ? state : undefined;
  }, timing);
}
