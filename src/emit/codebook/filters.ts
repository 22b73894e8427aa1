import { writtenSensitivity } from '../../model/sensitivity.ts';
import type { Concept } from './catalogue.ts';
import { known } from './fact.ts';
import type { FilterGroup } from './page-data.ts';
import { flat, plainText, type Reader, textFor } from './reader.ts';
import { typeOf } from './variable-type.ts';

export interface Filters {
  readonly groups: readonly FilterGroup[];
  /** The filters that let a card through, as words. */
  readonly tokensOf: (concept: Concept) => string;
  readonly tokensOfForms: (concepts: readonly Concept[]) => string;
}

interface Dimension {
  readonly name: 'form' | 'type' | 'sensitivity' | 'obligation';
  readonly valuesOf: (concept: Concept) => readonly string[];
  readonly labelOf: (value: string) => string;
}

/** What cards can be filtered by: only what there is a choice of. */
export function filtersFor(reader: Reader): Filters {
  const dimensions = dimensionsFor(reader);
  const tokens = new Map<string, string>();
  const groups = dimensions.map((dimension, at) => groupOf(dimension, at, tokens, reader));
  const tokensOn = ({ name, valuesOf }: Dimension, concept: Concept): readonly string[] =>
    valuesOf(concept).flatMap((value) => tokens.get(`${name} ${value}`) ?? []);
  return {
    groups: groups.filter(({ options }) => options.length > 1),
    tokensOf: (concept) => dimensions.flatMap((dimension) => tokensOn(dimension, concept)).join(' '),
    tokensOfForms: (concepts) => {
      const forms = dimensions.filter(({ name }) => name === 'form');
      return [...new Set(concepts.flatMap((concept) => forms.flatMap((form) => tokensOn(form, concept))))].join(' ');
    },
  };
}

function groupOf(
  { name, valuesOf, labelOf }: Dimension,
  at: number,
  tokens: Map<string, string>,
  { catalogue, words }: Reader,
): FilterGroup {
  const values = [...new Set(catalogue.concepts.flatMap((concept) => valuesOf(concept)))];
  const options = values.map((value, index) => {
    const token = `${at}-${index}`;
    tokens.set(`${name} ${value}`, token);
    return { token, value, label: labelOf(value) };
  });
  return { name, title: words.values[`group ${name}`], options };
}

function nonEmpty(value: string): readonly string[] {
  return value === '' ? [] : [value];
}

function dimensionsFor(reader: Reader): readonly Dimension[] {
  const { catalogue, words } = reader;
  const titles = new Map(catalogue.forms.map(({ name, form }) => [name, textFor(form.title, reader)]));
  const types = new Map<string, string>(Object.entries(words.types));
  const titleOf = (name: string): string => {
    const title = titles.get(name);
    return title ? flat(title) : name;
  };
  return [
    { name: 'form', valuesOf: ({ placements }) => placements.map(({ form }) => form.name), labelOf: titleOf },
    {
      name: 'type',
      valuesOf: ({ question }) => [typeOf(question) ?? question.type.word],
      labelOf: (value) => types.get(value) ?? value,
    },
    {
      name: 'sensitivity',
      valuesOf: ({ question }) => nonEmpty(plainText(writtenSensitivity(question, catalogue.dictionary))),
      labelOf: (value) => known('sensitivity', value, reader).word,
    },
    {
      name: 'obligation',
      valuesOf: ({ question }) => nonEmpty(plainText(question.meaning.obligation)),
      labelOf: (value) => known('obligation', value, reader).word,
    },
  ];
}
