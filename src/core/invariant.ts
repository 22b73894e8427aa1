/** A defect of ours, never a user's mistake: the command line answers it with exit code 70. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Defect(message);
}

/** For the last branch of a switch that the compiler proves complete. */
export function unreachable(value: never): never {
  throw new Defect(`unexpected value ${JSON.stringify(value)}`);
}
