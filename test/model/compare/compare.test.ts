import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { compareDictionaries } from '../../../src/model/compare/compare-dictionaries.ts';
import type { Difference } from '../../../src/model/compare/difference.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { diskTree } from '../../../src/source/files.ts';
import { bothOf } from '../../check/contract/country.ts';
import { present, reading } from '../../support/tester.ts';

const REFERENCE = fileURLToPath(new URL('../../../dictionary/', import.meta.url));

function reference(): Dictionary {
  return present(compileDictionary(diskTree(REFERENCE, '')).dictionary, 'dictionary');
}

/** `kind path: before → after` */
function words({ kind, path, before, after }: Difference): string {
  return `${kind} ${path}: ${before?.words ?? ''} → ${after?.words ?? ''}`;
}

function differences(one: string, other: string): readonly string[] {
  const [before, after] = [one, other].map((snippet) => reading.compile(snippet).dictionary);
  return compareDictionaries(present(before, 'before'), present(after, 'after')).map(words);
}

const kindsOf = (before: string, after: string): readonly string[] =>
  differences(
    `variables: { q: { type: text, label: ${before} } }`,
    `variables: { q: { type: text, label: ${after} } }`,
  );

const notes = (names: string): string =>
  `forms: { f: { items: [${names.replaceAll(/[a-h]/g, (name) => `{ note: ${name}, label: N }`)}] } }`;

const grouped = (inside: string, outside: string): string =>
  `forms: { f: { items: [{ group: g, label: G, items: [${inside}] }, ${outside}] } }`.replaceAll(
    / ([a-c])(?=[,\]])|\[([a-c])/g,
    (all, name: string | undefined, first: string | undefined) =>
      `${all[0] ?? ''}{ note: ${name ?? first ?? ''}, label: N }`,
  );

const twiceNamed = (label: string): string =>
  `forms: { f: { items: [{ group: g, label: G, items: [{ note: n, label: N }] }, { group: h, label: H, items: [{ note: n, label: ${label} }] }] } }`;

const moved = (before: string, after: string): readonly string[] => differences(notes(before), notes(after));

describe('two dictionaries', () => {
  it('do not differ where they were read from the same files', () => {
    expect(compareDictionaries(reference(), reference())).toEqual([]);
  });

  it('differ backwards in the same places', () => {
    const whole = reference();
    const { country } = bothOf(
      'variables: { a: { type: text, label: A, hint: H }, b: { type: text } }\nforms: { f: { items: [a, b] } }',
      'variables: { a: { label: X, hint: }, b: { relevant: 1 = 1 } }\nforms: { f: { change: [{ remove: [b] }] } }',
    );
    const core = present(country.country, 'country').core;
    for (const [one, other] of [
      [core, country],
      [core, whole],
    ] as const) {
      const there = compareDictionaries(one, other);
      const back = compareDictionaries(other, one);
      expect(there.length).toBeGreaterThan(0);
      expect(new Set(back.map(({ path }) => path))).toEqual(new Set(there.map(({ path }) => path)));
    }
  });
});

describe('a difference', () => {
  it('has a path that names the thing, the key and the language', () => {
    expect(
      differences(
        `
          codelists: { l: { label: L, codes: { a: A, b: B } }, gone: { codes: { x: X } } }
          variables: { q: { type: text, label: Q, constraint: . > 0, source: { standard: S } } }
          forms: { f: { title: F, settings: { style: pages }, items: [q, { note: n, label: N }] } }
        `,
        `
          codelists: { l: { label: M, codes: { a: { label: A, image: a.png }, c: C } } }
          variables: { q: { type: integer, label: Q, hint: { fr: H }, constraint: ". >0", source: { standard: T } } }
          forms: { f: { title: F, settings: { style: grid }, items: [{ note: o, label: N }, q] }, g: { items: [q] } }
        `,
      ),
    ).toEqual([
      'changed codelists.l.label.en: L → M',
      'added codelists.l.codes.a.image.en:  → a.png',
      'removed codelists.l.codes.b: B → ',
      'added codelists.l.codes.c:  → C',
      'removed codelists.gone: gone → ',
      'changed variables.q.type: text → integer',
      'changed variables.q.source.standard: S → T',
      'added variables.q.hint.fr:  → H',
      'changed forms.f.settings.style: pages → grid',
      'changed forms.f.q.type: text → integer',
      'changed forms.f.q.source.standard: S → T',
      'added forms.f.q.hint.fr:  → H',
      'removed forms.f.n: note → ',
      'added forms.f.o:  → note',
      'added forms.g:  → g',
    ]);
  });

  it('knows both places', () => {
    const { country } = bothOf('variables: { a: { type: text, label: A } }', 'variables: { a: { label: X } }');
    const [found] = compareDictionaries(present(country.country, 'country').core, country);
    const places = [found?.before, found?.after].map((side) => side?.origin.location);
    expect(places.map((at) => at?.kind === 'text' && at.source.path)).toEqual([
      'core.yaml',
      'countries/xa/country.yaml',
    ]);
  });

  it('is a translation where one side says the text in other languages', () => {
    expect(kindsOf('Q', '{ en: Q, fr: R }')).toEqual(['translated variables.q.label.fr:  → R']);
    expect(kindsOf('{ mul: Q }', '{ mul: Q, fr: R }')).toEqual(['added variables.q.label.fr:  → R']);
    expect(kindsOf('{ en: Q, fr: R }', '{ en: Q, fr: S }')).toEqual(['changed variables.q.label.fr: R → S']);
  });
});

describe('the order of a form', () => {
  it('differs by the fewest that moved', () => {
    expect(moved('a, b, c, d', 'b, c, d, a')).toEqual(['moved forms.f.a:  → d']);
    expect(moved('a, b, c, d', 'a, d, b, c')).toEqual(['moved forms.f.d: c → a']);
  });

  it('is not changed by what comes or goes', () => {
    expect(moved('a, b, c', 'c, d')).toEqual([
      'removed forms.f.a: note → ',
      'removed forms.f.b: note → ',
      'added forms.f.d:  → note',
    ]);
  });

  it('is that of each group', () => {
    expect(differences(grouped('a, b', 'c'), grouped('b', 'c, a'))).toEqual(['moved forms.f.a: g/ → c']);
    expect(differences(grouped('a, b', 'c'), grouped('b, a', 'c'))).toHaveLength(1);
  });

  it('is told by the way where a name stands in several groups', () => {
    expect(differences(twiceNamed('N'), twiceNamed('M'))).toEqual(['changed forms.f.h/n.label.en: N → M']);
  });
});
