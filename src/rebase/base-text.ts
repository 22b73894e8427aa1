import type { Adaptation } from '../model/adaptations.ts';
import { writeYaml } from '../source/yaml/write.ts';

const HEADING = `# What the core said where this country says otherwise, when somebody last looked. Lexiform writes this file:
# lexiform rebase. Commit it; what the core changes later is told by comparison with it.
`;

/** The file `base.yaml` of a country: the words of the core by the path of each difference; undefined where there is none. */
export function baseText(adaptations: readonly Adaptation[], kept: (path: string) => boolean): string | undefined {
  const words = adaptations.map(({ path, state, base, core }): [string, string] => [
    path,
    state === 'moved' && !kept(path) ? (base ?? core) : core,
  ]);
  if (words.length === 0) return undefined;
  return HEADING + writeYaml(new Map([['base', new Map(words)]]));
}
