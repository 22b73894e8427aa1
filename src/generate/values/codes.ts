import type { Domain } from '../../expression/domains/domain.ts';
import type { ColumnCodes } from '../../model/columns/column.ts';
import { codesByName } from '../../model/code-list.ts';
import type { Random } from '../random.ts';

/** How seldom "does not know" and its like are answered where there are other answers. */
const SELDOM = 0.12;
/** So many are chosen at most where nothing says how many. */
const SEVERAL = 4;

/** One of the codes on offer. */
export function codeWithin(
  offered: readonly string[],
  domain: Domain | undefined,
  codes: ColumnCodes | undefined,
  random: Random,
): string | undefined {
  const fitting =
    domain?.kind === 'texts' ? offered.filter((code) => domain.values.has(code) !== domain.isNot) : offered;
  const from = fitting.length > 0 ? fitting : offered;
  const usual = from.filter((code) => !isSpecial(code, codes));
  return usual.length > 0 && !random.chance(SELDOM) ? random.pick(usual) : random.pick(from);
}

/** Some of the codes on offer, in the order of the list. */
export function codesWithin(
  offered: readonly string[],
  domain: Domain | undefined,
  codes: ColumnCodes | undefined,
  random: Random,
): string | undefined {
  const known = domain?.kind === 'codes' ? domain : undefined;
  const from = offered.filter((code) => known?.without.has(code) !== true);
  const surely = from.filter((code) => known?.chosen.has(code) === true);
  const alone = surely.length === 0 && (known?.least ?? 0) <= 1 ? exclusiveOne(from, codes, random) : undefined;
  if (alone !== undefined) return alone;
  const others = from.filter((code) => !surely.includes(code) && !isExclusive(code, codes));
  const least = Math.max(known?.least ?? 1, 1);
  const most = Math.min(Math.max(least, Math.min(known?.most ?? SEVERAL, SEVERAL)), from.length);
  const count = least + random.below(Math.max(most - least + 1, 1));
  const chosen = new Set([...surely, ...shuffled(others, random).slice(0, Math.max(count - surely.length, 0))]);
  const text = offered.filter((code) => chosen.has(code)).join(' ');
  return text === '' ? undefined : text;
}

/** What cannot stand beside another answer stands alone. */
function exclusiveOne(offered: readonly string[], codes: ColumnCodes | undefined, random: Random): string | undefined {
  const exclusive = offered.filter((code) => isExclusive(code, codes));
  return exclusive.length === offered.length || random.chance(SELDOM) ? random.pick(exclusive) : undefined;
}

export function shuffled(values: readonly string[], random: Random): readonly string[] {
  const left = [...values];
  const order: string[] = [];
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
  return order;
}

function isSpecial(code: string, codes: ColumnCodes | undefined): boolean {
  const special = codes && codesByName(codes.list).get(code)?.special;
  return special !== undefined;
}

export function isExclusive(code: string, codes: ColumnCodes | undefined): boolean {
  return codes !== undefined && codesByName(codes.list).get(code)?.exclusive === true;
}
