// What a run comes to, once its options are read.
import { SetupError, cleanUp } from './process.mjs';
import { Tally } from './tally.mjs';

/**
 * Lets `prove` count into a tally, tells the sum and leaves nothing behind.
 * @param name what failed where nothing could be proved
 * @returns {Promise<number>} 0, or 1 where something failed
 */
export async function exitCodeOf(name, prove) {
  const tally = new Tally();
  try {
    await prove(tally);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    tally.fail(name, error.message);
  } finally {
    await cleanUp();
  }
  tally.finish();
  return tally.failed > 0 ? 1 : 0;
}
