import type { ImportState } from '../kobo/assets.ts';
import type { Kobo } from '../kobo/kobo.ts';
import { RemoteError } from '../remote-error.ts';
import { lookUntil, type Timing } from './timing.ts';

/** Waits until a workbook was taken in or refused; undefined where the server is not done in time, or does not know of it. */
export async function settled(kobo: Kobo, uid: string, timing: Timing): Promise<ImportState | undefined> {
  const look = async (): Promise<ImportState | undefined> => {
    const state = await kobo.importState(uid);
    return state.status === 'complete' || state.status === 'error' ? state : undefined;
  };
  try {
    return await lookUntil(look, timing);
  } catch (error) {
    // Only who handed it over may ask for it.
    if (error instanceof RemoteError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
