import { setImmediate as otherEvents } from 'node:timers/promises';
import { remembers } from '../../diagnostics/recall.ts';
import type { Host } from '../host.ts';
import { createHelp } from './help.ts';
import { makePart, type PartResult, type PartsWork } from './make-part.ts';
import type { OpenedParts } from './open-parts.ts';
import { createTurns } from './turns.ts';

/** Another thread reads the core, too: for fewer parts that takes longer than it saves. */
const ENOUGH = 10;

export interface SourcePlace {
  /** The folder of the dictionary, or the workbook, in full. */
  readonly source: string;
  readonly cwd: string;
}

/**
 * Every part of a source, checked and built, in any order; none is kept once it is done. Where there are many, another thread
 * helps.
 * @param progress takes a line for each form, or for each part where there are several
 */
export async function* allParts(
  opened: OpenedParts,
  work: PartsWork,
  { source, cwd }: SourcePlace,
  { helper, beFrugal }: Pick<Host, 'helper' | 'beFrugal'>,
  progress: PartsProgress,
): AsyncGenerator<PartResult> {
  const { names } = opened;
  const turns = createTurns();
  // What a part leaves behind would be kept until there is no room: of many parts from the first on, of one for its building.
  if (names.length > 1) beFrugal('once');
  const checked = (): void => (names.length > 1 ? undefined : beFrugal('once'));
  const data = { ...work, source, cwd, names, turns: turns.shared };
  const help = names.length >= ENOUGH && !remembers() && helper ? createHelp(helper(data)) : undefined;
  const making = { isStopped: turns.isStopped, progress: progress.step, checked };
  try {
    for (let name = names[turns.take()]; name !== undefined; name = names[turns.take()]) {
      progress.begin(name);
      const result = await makePart(opened, name, work, making);
      if (result.fails) turns.stop();
      yield result;
      await otherEvents();
      yield* help?.arrived() ?? [];
    }
    while (help?.isBusy()) yield* await help.next();
  } finally {
    await help?.end();
  }
}

export interface PartsProgress {
  readonly begin: (part: string) => void;
  /** A form of the part that was begun last. */
  readonly step: (line: string) => void;
}
