// How long `check --watch` takes to answer an edit: from the moment the file is saved to the end of its output.
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { watchMemory } from './measure.mjs';

const EDITS = 7;

/**
 * Saves a file several times, each time with another label, and now and then with a mistake.
 * @returns `seconds` of each answer after the first two edits, which warm up, and `megabytes` at the highest
 */
export async function measureWatch(node, bin, dictionary, edited) {
  const child = spawn(node, [bin, 'check', dictionary, '--watch', '--format', 'compact']);
  const ready = createBell(child);
  const memory = watchMemory(child.pid);
  try {
    await ready.next();
    const text = await readFile(edited, 'utf8');
    const seconds = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const started = performance.now();
      const answered = ready.next();
      await writeFile(edited, text.replace('Question number 5 ', `Question number 5${edit} \${q${edit % 3}} `));
      await answered;
      seconds.push((performance.now() - started) / 1000);
    }
    return { seconds: seconds.slice(2), megabytes: memory.stop() };
  } finally {
    memory.stop();
    child.kill('SIGKILL');
  }
}

/** Rings when the command says that it waits for the next change. */
function createBell(child) {
  let waiting;
  child.stdout.resume();
  child.stderr.on('data', (chunk) => {
    if (String(chunk).includes('Watching')) waiting?.ring();
  });
  child.on('exit', (code) => waiting?.fail(new Error(`check --watch ended with ${code}`)));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        waiting = { ring: resolve, fail: reject };
      }),
  };
}
