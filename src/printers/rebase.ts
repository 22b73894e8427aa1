import { fileOf, positionAt } from '../core/location.ts';
import type { Adaptation } from '../model/adaptations.ts';
import { isolate } from './direction.ts';
import { harmless } from './safe-text.ts';

/** A change of the core that waits for a country's decision: where, all three versions, and the two commands. */
export function rebasedText({ path, difference, base = '', core }: Adaptation, country: string): string {
  const location = difference.after?.origin.location;
  const place = location
    ? `  ${fileOf(location)}${location.kind === 'text' ? `:${positionAt(location.source, location.start).line}` : ''}`
    : '';
  const versions = [
    ['was', base],
    ['core now', core],
    [country, difference.after?.words ?? ''],
  ] as const;
  const width = Math.max(...versions.map(([who]) => who.length));
  const lines = versions.map(([who, words]) => `    ${who.padEnd(width)}  ${shown(words)}`);
  const commands = ['take', 'keep'].map((word) => `    lexiform rebase --country ${country} --${word} ${path}`);
  return [`${path}${place}`, ...lines, ...commands, ''].join('\n') + '\n';
}

function shown(words: string): string {
  return words === '' ? '(nothing)' : isolate(harmless(words.replaceAll(/\s+/g, ' ')));
}
