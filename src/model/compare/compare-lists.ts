import { memoized } from '../../core/memo.ts';
import { movedWords } from '../../core/moved-words.ts';
import { choiceTextColumns } from '../../vocabulary/columns.ts';
import type { Code, CodeList } from '../code-list.ts';
import {
  type About,
  type AspectEntry,
  type Aspects,
  cellAspects,
  compareAspects,
  plainAspect,
  textAspects,
} from './aspects.ts';
import { freeKey } from './match-items.ts';
import { type Difference, WHOLE, type CodeSubject, type ListSubject } from './difference.ts';
import { lockAspects } from './item-aspects.ts';
import { normalFile, normalText } from './normal.ts';

/** In what two code lists differ: themselves, and their codes. A code that is not offered any more is as one that is gone. */
export function compareLists(
  before: CodeList,
  after: CodeList,
  path: string,
): readonly Difference<ListSubject | CodeSubject>[] {
  if (before === after) return [];
  const about = { subject: { kind: 'list', before, after }, name: before.name, path } as const;
  return [...compareAspects(listAspects(before), listAspects(after), about), ...compareCodes(before, after, path)];
}

const listAspects = memoized(
  ({ label, definition, parent, delivery, as, locks, origin, ...list }: CodeList): Aspects => {
    const ways = delivery
      ? [['delivery', { facet: 'delivery', words: delivery, normal: delivery, origin }] as const]
      : [];
    return new Map<string, AspectEntry[1]>([
      ...textAspects('label', label),
      ...textAspects('definition', definition),
      ...(parent ? [plainAspect('parent', parent.list), plainAspect('parent.column', parent.column, 'parent')] : []),
      ...ways,
      ...(as ? [plainAspect('as', as)] : []),
      ['country', { facet: 'country', words: list.country, normal: list.country, origin }],
      ...lockAspects(locks ?? {}),
    ]);
  },
);

type Keyed = ReadonlyMap<string, Code>;

const offered = memoized(({ codes }: CodeList): Keyed => {
  const keyed = new Map<string, Code>();
  for (const code of codes) if (!code.retired) keyed.set(freeKey(code.name.string.text, keyed), code);
  return keyed;
});

const retired = memoized(
  ({ codes }: CodeList): Keyed =>
    new Map(codes.filter((code) => code.retired).map((code) => [code.name.string.text, code])),
);

function compareCodes(before: CodeList, after: CodeList, path: string): readonly Difference<CodeSubject>[] {
  if (before.codes === after.codes) return [];
  const [old, now] = [offered(before), offered(after)];
  const moved = movedWords(
    [...old.keys()].filter((key) => now.has(key)),
    [...now.keys()].filter((key) => old.has(key)),
  );
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const subject = { kind: 'code', lists: { before, after }, before: was, after: is } as const;
    const about = { subject, name: (is ?? was)?.name.string.text ?? '', path: `${path}.codes.${key}` };
    if (was && is) return [...(moved.has(key) ? [whole('moved', about)] : []), ...codeChanges(was, is, about)];
    return [whole(was ? 'removed' : 'added', about)];
  });
}

function whole(kind: 'added' | 'removed' | 'moved', about: About<CodeSubject>): Difference<CodeSubject> {
  const { before, after, lists } = about.subject;
  const gone = kind === 'removed' ? retired(lists.after).get(about.name)?.retired : undefined;
  return {
    ...about,
    kind,
    facet: WHOLE[kind],
    language: undefined,
    before: before && { words: labelOf(before), origin: before.name.origin },
    after: after ? { words: labelOf(after), origin: after.name.origin } : gone && { words: '', origin: gone.origin },
  };
}

/** What tells people which code is meant. */
function labelOf({ name, texts }: Code): string {
  return [...(texts.label?.byLanguage.values() ?? [])][0]?.string.text ?? name.string.text;
}

function codeChanges(before: Code, after: Code, about: About<CodeSubject>): readonly Difference<CodeSubject>[] {
  return before === after ? [] : compareAspects(codeAspects(before), codeAspects(after), about);
}

const codeAspects = memoized(
  ({ texts, attributes, special, exclusive, origin }: Code): Aspects =>
    new Map<string, AspectEntry[1]>([
      ...choiceTextColumns.flatMap((column) =>
        textAspects(column, texts[column], column === 'label' ? normalText : normalFile),
      ),
      ...cellAspects('attributes', attributes),
      ...(special ? [['special', { facet: 'special', words: special, normal: special, origin }] as const] : []),
      ...(exclusive ? [['exclusive', { facet: 'exclusive', words: 'yes', normal: 'yes', origin }] as const] : []),
    ]),
);
