import { createHash } from 'node:crypto';
import { pathProblem } from '../../formats/publish-path.ts';

/** In characters; with an extension that is kept. */
const LONGEST = 100;

/**
 * A name for a file that a server or a phone named, which is safe on every system and leads nowhere else: of a path the last
 * part, without what a system reads as something else.
 */
export function safeName(named: string, otherwise: string): string {
  const last = named.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '_')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  const short = plain.length > LONGEST ? shortened(plain) : plain;
  if (pathProblem(short) === undefined) return short;
  const marked = `_${short}`;
  return pathProblem(marked) === undefined && short !== '' ? marked : otherwise;
}

/** Two long names that begin alike stay two. */
function shortened(name: string): string {
  const [ending = ''] = /\.[^.]{1,10}$/.exec(name) ?? [];
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const start = [...name].slice(0, LONGEST / 2).join('');
  return `${start}-${mark}${ending}`;
}
