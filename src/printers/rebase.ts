import { fileOf, positionAt } from '../core/location.ts';
import type { Adaptation } from '../model/adaptations.ts';
import type { Difference } from '../model/compare/difference.ts';
import { isolate } from './direction.ts';
import { harmless } from './safe-text.ts';

/** A change of the core that waits for a country's decision: where, all three versions, and the two commands. */
export function rebasedText({ path, difference, base = '', core }: Adaptation, country: string): string {
  const place = placeBeside(difference);
  const lines = versionLines(base, core, country, difference.after?.words ?? '');
  const commands = ['take', 'keep'].map((word) => `    lexiform rebase --country ${country} --${word} ${path}`);
  return [`${path}${place}`, ...lines, ...commands, ''].join('\n') + '\n';
}

/** Where the country says it, behind two blanks; nothing where it says nothing. */
export function placeBeside({ after }: Difference): string {
  const location = after?.origin.location;
  if (!location) return '';
  const line = location.kind === 'text' ? `:${positionAt(location.source, location.start).line}` : '';
  return `  ${fileOf(location)}${line}`;
}

/** What the core said, what it says and what a country says, below each other. */
export function versionLines(base: string, core: string, country: string, own: string): readonly string[] {
  const versions = [
    ['was', base],
    ['core now', core],
    [country, own],
  ] as const;
  const width = Math.max(...versions.map(([who]) => who.length));
  return versions.map(([who, words]) => `    ${who.padEnd(width)}  ${shown(words)}`);
}

function shown(words: string): string {
  return words === '' ? '(nothing)' : isolate(harmless(words.replaceAll(/\s+/g, ' ')));
}
