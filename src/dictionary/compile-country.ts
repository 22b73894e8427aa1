import { originAt } from '../core/origin.ts';
import { createCollector, quietAboutMissing } from '../diagnostics/collector.ts';
import type { Country, Dictionary } from '../model/dictionary.ts';
import type { FileTree } from '../source/files.ts';
import { buildDictionary } from './build.ts';
import type { Compiled, CoreParts } from './compiled.ts';
import { type CountryManifest, decodeCountry, manifestIn, tagsOf } from './define/country.ts';
import { applyLayeredLocales } from './locales/layered.ts';
import { readLocales } from './locales/locales.ts';
import { readBase } from './project/base-file.ts';
import { createFiles } from './project/files.ts';
import { divide, type Divided } from './project/divide.ts';
import { type Layer, readLayer } from './project/layer.ts';

/** A country's dictionary: the core with the layer of the folder `countries/<id>` laid over it. */
export function compileCountry(tree: FileTree, id: string, core: CoreParts): Compiled {
  const { report, diagnostics } = createCollector();
  const layer = readLayer(tree, id, report);
  if (!layer) return { dictionary: undefined, diagnostics: diagnostics(), comments: [] };
  const country = decodeCountry(layer, core.manifest, report);
  const manifest = manifestIn(country, core.manifest);
  const damaged = layer.damaged || core.dictionary.damaged;
  const tell = damaged ? quietAboutMissing(report) : report;
  const { locales, comments } = readLocales(tree, tagsOf(manifest), report, `countries/${id}/`);
  const divided = divide(core.definitions, layer.definitions, report);
  const texts = applyLayeredLocales(divided, locales, manifest.defaultLanguage, tagsOf(manifest), tell);
  const speaker = { id, languages: tagsOf(country), defaultLanguage: country.defaultLanguage };
  const files = createFiles(tree, id);
  const built = buildDictionary({ manifest, ...texts, country: speaker, files, damaged }, tell);
  return {
    dictionary: { ...built, country: countryOf(country, layer, divided, core.dictionary, readBase(tree, id, report)) },
    diagnostics: diagnostics(),
    comments: [...layer.comments, ...comments],
  };
}

function countryOf(
  { id, title, languages, defaultLanguage }: CountryManifest,
  { source }: Layer,
  { touched }: Divided,
  core: Dictionary,
  base: Country['base'],
): Country {
  const origin = originAt({ kind: 'text', source, start: 0, end: 0 });
  const tags = languages.map(({ tag }) => tag);
  return { id, title, languages: tags, defaultLanguage, core, changes: touched, base, origin };
}
