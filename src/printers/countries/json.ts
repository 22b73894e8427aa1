import { jsonText } from '../../core/json-text.ts';
import type { Matrix } from '../../emit/countries/matrix.ts';

/** The same for machines; a country that cannot be read has no counts. */
export function countriesJson({ name, version, countries }: Matrix): string {
  const told = countries.map(({ id, title, languages, column }) => ({
    id,
    title,
    languages,
    counts: column?.counts ?? null,
  }));
  return jsonText({ version: 1, core: { name, version }, countries: told });
}
