import type { Location } from '../core/location.ts';
import { quotedFew } from '../diagnostics/quote.ts';
import { isMap, type Written } from '../source/yaml/write.ts';
import { agreed } from './agree.ts';
import type { Holding } from './share-lists.ts';
import { nameOf, tagsOf } from './workbook.ts';

/** In what two lists of one name contradict each other. */
export function listParts(one: Holding, other: Holding): readonly string[] {
  const own = codesOf(one);
  const others = codesOf(other);
  const only = [...own.keys()].filter((code) => !others.has(code));
  const lacking = [...others.keys()].filter((code) => !own.has(code));
  const changed = [...own.keys()].filter((code) => others.has(code) && differs(code, one, other));
  const parts = [
    ...(only.length > 0 ? [`only ${nameOf(one.form)} has ${quotedFew(only)}`] : []),
    ...(lacking.length > 0 ? [`only ${nameOf(other.form)} has ${quotedFew(lacking)}`] : []),
    ...(changed.length > 0 ? [`the labels or columns of ${quotedFew(changed)} differ`] : []),
  ];
  return parts.length > 0 ? parts : ['the codes stand in another order'];
}

/** The first code in which a list differs from another one; its first code where only the other has more. */
export function placeOfList(holding: Holding, other: Holding): Location {
  const { list } = holding;
  const others = codesOf(other);
  const code = list.codes.find(({ name }) => {
    const text = name.string.text;
    return !others.has(text) || differs(text, holding, other);
  });
  return (code?.name ?? list.codes[0]?.name ?? list).origin.location;
}

/** What is written of each code, by its name. */
function codesOf({ keys, list }: Holding): ReadonlyMap<string, Written> {
  const codes = keys.get('codes') ?? '';
  if (isMap(codes)) return codes;
  return new Map(Array.isArray(codes) ? codes.map((code, at) => [list.codes[at]?.name.string.text ?? '', code]) : []);
}

function differs(code: string, one: Holding, other: Holding): boolean {
  const version = (holding: Holding): { written: Written; tags: ReadonlySet<string> } => {
    return { written: codesOf(holding).get(code) ?? '', tags: tagsOf(holding.form) };
  };
  return agreed(version(one), version(other)) === undefined;
}
