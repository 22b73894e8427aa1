import { fileOf } from '../core/location.ts';
import { sha256 } from '../core/hash.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { anchorOf } from './place.ts';

const SUGGESTION = / Did you mean .*$/s;
const QUOTED = /"[^"]*"|\$\{[^}]{0,200}\}|\$\([^)]{0,200}\)/g;

/** What a finding is about: the words that its message quotes, else the message without its numbers. */
export function subjectOf({ message }: Diagnostic): string {
  const sentence = message.replace(SUGGESTION, '');
  const quoted = sentence.match(QUOTED);
  return quoted ? quoted.join(' ') : sentence.replaceAll(/\d+/g, '#');
}

/**
 * Names for findings that stay when lines move: made of rule, subject and file. Where several share these, they are
 * numbered in reading order.
 */
export function fingerprints(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const key = JSON.stringify([diagnostic.rule, subjectOf(diagnostic), fileOf(anchorOf(diagnostic))]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${sha256(key).slice(0, 32)}:${count}`;
  });
}
