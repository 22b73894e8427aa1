import { checkDictionary } from '../../../src/check/check.ts';
import type { Location } from '../../../src/core/location.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { countryRules } from '../../../src/diagnostics/rules/countries.ts';
import { compileProject } from '../../../src/dictionary/compile.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { readSnippet } from '../../support/markers.ts';
import { present } from '../../support/tester.ts';

const MANIFEST = 'lexiform: 1\ndictionary: core\nlanguages: { en: English, fr: Français }\nprofiles: [kobo, odk]\n';
const LAYER = 'country: xa\nlanguages: { en: English, prs: دری }\n';

/** A core, and what came of it under the layer of a country. */
export interface Both {
  readonly core: Dictionary;
  readonly country: Dictionary;
}

/** @param manifest what `dictionary.yaml` says besides */
export function bothOf(core: string, layer: string, manifest = ''): Both {
  const tree = memoryTree({
    'dictionary.yaml': MANIFEST + readSnippet(manifest).text,
    'core.yaml': readSnippet(core).text,
    'countries/xa/country.yaml': `${LAYER}${readSnippet(layer).text}`,
  });
  const { dictionary, countries } = compileProject(tree);
  const [country] = countries;
  return {
    core: present(dictionary, 'core'),
    country: present(present(country, 'country').compile().dictionary, 'dictionary of the country'),
  };
}

/** What the contract says of a country, and nothing else. */
export function brokenIn(core: string, layer: string, manifest = ''): readonly Diagnostic[] {
  const { country } = bothOf(core, layer, manifest);
  return checkDictionary(country, ['kobo']).filter(({ rule }) => Object.hasOwn(countryRules, rule));
}

/** `rule «what is marked»`, for each finding. */
export function told(core: string, layer: string, manifest = ''): readonly string[] {
  return brokenIn(core, layer, manifest).map(({ rule, location }) => `${rule} «${marked(location)}»`);
}

/** The words of the author that a place marks. */
export function marked(location: Location): string {
  return location.kind === 'text' ? location.source.text.slice(location.start, location.end) : '';
}
