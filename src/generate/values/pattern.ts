import { readPattern } from '../../expression/evaluate/regex/read.ts';
import type { CharacterSet, PatternNode } from '../../expression/evaluate/regex/syntax.ts';
import { memoized } from '../../core/memo.ts';
import type { Random } from '../random.ts';

/** Where a pattern lets something be repeated without an end, so many times more at most. */
const MORE_TIMES = 6;

/** What a set of a pattern is filled from, the plainest first. */
const POOLS = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ' -_./,:;@+()#&%*\'"!?=[]{}<>|\\~^$`\t',
  'éèñçüößابتثدرسعمنيабвгдежзአበገደกขคงमनकल中文字',
].map((signs) => Array.from(signs, (sign) => sign.codePointAt(0) ?? 0));

/** A text that fits a pattern as far as that can be seen: what stands between its signs is not looked at. */
export function textLike(pattern: string, random: Random): string | undefined {
  const node = readPattern(pattern);
  return node.kind === 'problem' ? undefined : sampled(node, random);
}

function sampled(node: PatternNode, random: Random): string | undefined {
  switch (node.kind) {
    case 'assertion':
      return '';
    case 'set': {
      const code = random.pick(membersOf(node.has));
      return code === undefined ? undefined : String.fromCodePoint(code);
    }
    case 'choice': {
      const part = random.pick(node.parts);
      return part && sampled(part, random);
    }
    case 'sequence':
      return joined(node.parts, random);
    case 'repeat': {
      const most = Number.isFinite(node.most)
        ? Math.min(node.most, node.least + 4 * MORE_TIMES)
        : node.least + MORE_TIMES;
      return joined(
        Array.from({ length: node.least + random.below(most - node.least + 1) }, () => node.part),
        random,
      );
    }
  }
}

function joined(parts: readonly PatternNode[], random: Random): string | undefined {
  let text = '';
  for (const part of parts) {
    const more = sampled(part, random);
    if (more === undefined) return undefined;
    text += more;
  }
  return text;
}

/** The characters of a set, of the plainest kinds that it has; digits and letters side by side. */
const membersOf = memoized((has: CharacterSet): readonly number[] => {
  const [digits = [], letters = [], ...others] = POOLS.map((pool) => pool.filter((code) => has(code)));
  const plain = [...digits, ...letters];
  return plain.length > 0 ? plain : (others.find((pool) => pool.length > 0) ?? []);
});
