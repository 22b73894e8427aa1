import type { Report } from '../../diagnostics/collector.ts';
import type { Form } from '../../model/form.ts';
import type { Plain } from '../../model/facets.ts';
import { given } from '../language/key.ts';
import type { Placing } from '../place/parameters.ts';
import type { Speaker, Stock } from '../place/stock.ts';
import type { FormValues } from './form-change.ts';

/** The languages of a form and the one that opens first: those of its country, where it does not say its own. */
export function formLanguages(
  name: string,
  core: FormValues,
  layer: FormValues,
  placing: Placing,
  { country, languages }: Pick<Stock, 'country' | 'languages'>,
): Pick<Form, 'languages' | 'defaultLanguage'> {
  const spoken = country?.languages ?? languages;
  const said = saidBy(name, core, layer, country);
  const tags = given(said.languages);
  const own = tags ? knownLanguages(tags, spoken, placing.report) : spoken;
  const first = given(said.default_language);
  const [tag] = first ? knownLanguages([first], own, placing.report) : [];
  const usual = country?.defaultLanguage ?? placing.defaultLanguage;
  return { languages: own, defaultLanguage: tag ?? (own.includes(usual) ? usual : (own[0] ?? '')) };
}

/** What the core says of the languages of a form is said for those who fill the core's own. */
function saidBy(name: string, core: FormValues, layer: FormValues, country: Speaker | undefined): FormValues {
  return country && !name.startsWith(`${country.id}_`) ? layer : core;
}

function knownLanguages(written: readonly Plain[], known: readonly string[], report: Report): readonly string[] {
  const tags = written.flatMap(({ string, origin }) => {
    if (known.includes(string.text)) return [string.text];
    report('unknown-language', origin.location, { tag: string.text, suggestion: undefined, known: known.join(', ') });
    return [];
  });
  return [...new Set(tags)];
}
