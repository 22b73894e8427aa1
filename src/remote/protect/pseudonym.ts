import { createHmac } from 'node:crypto';

/** Turns an answer into a word that tells nothing of it, and is the same for the same answer. */
export type Pseudonym = (answer: string) => string;

/** 96 bits: among a hundred million answers no two come out alike. */
const LENGTH = 24;

/**
 * Without the key nobody can tell the answer, nor try out all telephone numbers. It takes no part which question it was, so
 * that a case number joins whatever forms ask for it.
 */
export function pseudonymsBy(key: string): Pseudonym {
  return (answer) => `p${digest(key, `answer:${answer.normalize('NFC').trim()}`)}`;
}

/** What tells one key from another, and nothing else of it. */
export function keyMark(key: string): string {
  return digest(key, 'key');
}

function digest(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, LENGTH);
}
