import path from 'node:path';
import { type Target, targetOf } from './publish-leftovers.ts';

const running = new Map<string, Promise<unknown>>();

/**
 * Runs the actions of this process on one file or folder one after the other, in the order they were asked for. They
 * queue by name first, which is known at once, and then by place, since several names may lead there.
 */
export async function oneByOne<T>(out: string, action: (target: Target) => Promise<T>): Promise<T> {
  return queue(`name ${path.resolve(out)}`, async () => {
    const target = await targetOf(out);
    return queue(`place ${target.path}`, () => action(target));
  });
}

async function queue<T>(key: string, action: () => Promise<T>): Promise<T> {
  const before = running.get(key) ?? Promise.resolve();
  const mine = before.then(action, action);
  running.set(key, mine);
  try {
    return await mine;
  } finally {
    if (running.get(key) === mine) running.delete(key);
  }
}
