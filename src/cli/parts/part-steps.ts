import { CORE } from '../../conform/made-by.ts';
import { plural } from '../../core/counts.ts';
import type { Progress } from '../progress.ts';
import type { PartsProgress } from './all-parts.ts';
import type { PartResult } from './make-part.ts';

export interface PartSteps extends PartsProgress {
  readonly done: (result: Pick<PartResult, 'name' | 'forms' | 'fails'>) => void;
}

/**
 * What a person hears while parts are done: of one part a line for each form that is built, of several a line for each part,
 * and that on a terminal only.
 */
export function partSteps(
  names: readonly string[],
  progress: Progress,
  isTerminal: boolean,
  told: (line: string) => void,
): PartSteps {
  const isOne = names.length <= 1;
  const width = Math.max(...names.map(({ length }) => length), 0);
  let current = '';
  let count = 0;
  return {
    begin: (part) => {
      current = part;
      progress.show(isOne ? `checking ${part}` : `${part}: ${count + 1} of ${names.length}`);
    },
    step: (line) => {
      if (isOne) told(`${current === CORE ? '' : `${current}  `}${line}\n`);
    },
    done: ({ name, forms, fails }) => {
      count += 1;
      if (!isOne && isTerminal)
        told(`${name.padEnd(width)}  ${fails ? 'has findings' : plural(forms.length, 'form')}\n`);
    },
  };
}
