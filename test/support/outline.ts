import { positionAt, type Location } from '../../src/core/location.ts';
import type { Origin } from '../../src/core/origin.ts';
import type { CodeList } from '../../src/model/code-list.ts';
import type { Form } from '../../src/model/form.ts';
import type { Facets, Item } from '../../src/model/item.ts';
import { facetEntries } from '../../src/model/walk.ts';
import type { SurveyColumn } from '../../src/vocabulary/columns.ts';

/** A form as text, an item a line: indentation, type, name, and those of the columns that it has. */
export function placed(form: Form, ...columns: readonly SurveyColumn[]): string {
  return outline(form.items, columns.length > 0 ? columns : ['relevant'], '').join('\n');
}

function outline(items: readonly Item[], columns: readonly SurveyColumn[], indent: string): string[] {
  return items.flatMap((item) => [
    `${indent}${typeOf(item)} ${item.name.string.text}${cells(item.facets, columns)}`,
    ...(item.kind === 'section' ? outline(item.items, columns, `${indent}  `) : []),
  ]);
}

function typeOf(item: Item): string {
  if (item.kind === 'question') return item.type.string.text;
  return item.list ? `${item.type} over ${item.list.string.text}` : item.type;
}

function cells(facets: Facets, columns: readonly SurveyColumn[]): string {
  return facetEntries(facets)
    .filter(([column]) => columns.includes(column))
    .map(
      ([column, facet]) => ` | ${column}: ${'byLanguage' in facet ? languages(facet.byLanguage) : facet.string.text}`,
    )
    .join('');
}

function languages(byLanguage: ReadonlyMap<string, { readonly string: { readonly text: string } }>): string {
  return [...byLanguage].map(([tag, { string }]) => `${tag === '' ? '-' : tag} "${string.text}"`).join(', ');
}

/** A code list as text, a code a line: its name, label, attributes and marks. */
export function codes(list: CodeList): string {
  return list.codes
    .map(({ name, texts, attributes, special, exclusive, retired }) =>
      [
        name.string.text,
        ...(texts.label ? [languages(texts.label.byLanguage)] : []),
        ...[...attributes].map(([column, value]) => `${column}=${value.string.text}`),
        ...(special === undefined ? [] : [`special ${special}`]),
        ...(exclusive ? ['exclusive'] : []),
        ...(retired ? [`retired ${retired.string.text}`] : []),
      ].join(' | '),
    )
    .join('\n');
}

/** Where a value was typed and through what it came to its place: `snippet.yaml:3:12 ask sex, use people`. */
export function path({ location, trail }: Origin): string {
  return [at(location), trail.map(({ kind, name }) => `${kind} ${name}`).join(', ')].join(' ').trim();
}

export function at(location: Location): string {
  if (location.kind !== 'text') return JSON.stringify(location);
  const { line, column } = positionAt(location.source, location.start);
  return `${location.source.path}:${line}:${column}`;
}

/** A whole model as data that can be compared: maps as pairs, places as text, functions left out. */
export function plainly(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, each]) => [key, plainly(each)]);
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? 'function' : value;
  if ('kind' in value && value.kind === 'text' && 'source' in value) return at(value as Location);
  return Object.entries(value).map(([key, each]) => [key, plainly(each)]);
}
