// Time and memory of a whole command, as a person at a terminal has them.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const INTERVAL = 10; // milliseconds between two looks at the memory

/**
 * Runs a command to its end.
 * @returns `seconds` of wall time, and `megabytes`: the highest resident memory of the largest of its processes; undefined
 *   where the system does not tell (it is read from /proc); and what it `said`
 * @throws Error with what the command said, where it failed
 */
export async function measure(command, args) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const memory = watchMemory(child.pid);
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  const seconds = (performance.now() - started) / 1000;
  const megabytes = memory.stop();
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`);
  return { seconds, megabytes, said };
}

/** Looks at a process and all that it starts until it is told to stop. */
export function watchMemory(pid) {
  let peak = 0;
  const look = () => {
    for (const each of family(pid)) peak = Math.max(peak, peakOf(each));
  };
  const timer = setInterval(look, INTERVAL);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return peak === 0 ? undefined : peak / 1024;
    },
  };
}

function family(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return [pid, ...children.flatMap(family)];
}

/** In kilobytes. */
function peakOf(pid) {
  return Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** A process that has ended meanwhile says nothing. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
