import { expect, it } from 'vitest';
import { createProgress, withProgress } from '../../src/cli/progress.ts';
import { memoryTree } from '../../src/source/files.ts';
import { hostOf } from './project.ts';

/** What a person sees of a reading of three files that take so many milliseconds each. */
function seen(milliseconds: number): readonly string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = createProgress({ ...hostOf('.'), live: (text) => void lines.push(text), now: () => time });
  const tree = withProgress(memoryTree({ 'a.yaml': '', 'b.yml': '', 'c.csv': '', 'd.yaml': '' }), progress);
  for (const file of tree.paths) {
    time += milliseconds;
    tree.read(file);
  }
  progress.end();
  return lines;
}

it('progress is shown where work is long, counts the sources, and goes when it is over', () => {
  expect(seen(300)).toEqual(['reading 2 of 3 files', 'reading 3 of 3 files', '']);
});

it('work that is soon over is done without a word', () => {
  expect(seen(20)).toEqual([]);
});
