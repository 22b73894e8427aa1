import { type Origin, originAt } from '../core/origin.ts';
import { createCollector, quietAboutMissing } from '../diagnostics/collector.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { FileTree } from '../source/files.ts';
import { buildDictionary } from './build.ts';
import type { Compiled, CoreParts } from './compiled.ts';
import { type CountryManifest, decodeCountry, manifestIn, tagsOf } from './define/country.ts';
import { type SectionName, sections } from './language/form-keys.ts';
import { applyLayeredLocales, type Layered } from './locales/layered.ts';
import { type Definitions, readLocales } from './locales/locales.ts';
import { createFiles } from './project/files.ts';
import { type Layer, readLayer } from './project/layer.ts';
import type { Definition } from './project/project.ts';

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
  const divided = divide(core.definitions, layer.definitions);
  const texts = applyLayeredLocales(divided, locales, manifest.defaultLanguage, tagsOf(manifest), tell);
  const speaker = { id, languages: tagsOf(country), defaultLanguage: country.defaultLanguage };
  const files = createFiles(tree, id);
  const built = buildDictionary({ manifest, ...texts, country: speaker, files, damaged }, tell);
  return {
    dictionary: { ...built, country: countryOf(country, layer, divided.changes, core.dictionary) },
    diagnostics: diagnostics(),
    comments: [...layer.comments, ...comments],
  };
}

/** A name that the core has is changed, any other is the country's own; one without a value is left out. */
function divide(core: Definitions, layer: Layer['definitions']): Layered {
  const definitions = new Map<SectionName, ReadonlyMap<string, Definition>>();
  const changes = new Map<SectionName, ReadonlyMap<string, Definition>>();
  for (const section of sections) {
    const known = core.get(section) ?? new Map<string, Definition>();
    const written = [...(layer.get(section) ?? [])];
    const isLeftOut = ([name, { entry }]: readonly [string, Definition]): boolean =>
      known.has(name) && entry.kind === 'blank';
    const kept = new Map(known);
    for (const each of written.filter(isLeftOut)) kept.delete(each[0]);
    for (const [name, definition] of written) if (!known.has(name)) kept.set(name, definition);
    definitions.set(section, kept);
    changes.set(section, new Map(written.filter((each) => known.has(each[0]) && !isLeftOut(each))));
  }
  return { definitions, changes };
}

function countryOf(
  { id, title, languages }: CountryManifest,
  { source, definitions }: Layer,
  changes: Definitions,
  core: Dictionary,
): NonNullable<Dictionary['country']> {
  const touched = new Map<string, Origin>();
  for (const [section, named] of definitions)
    for (const [name, { nameLocation, entry }] of named)
      if (changes.get(section)?.has(name) || entry.kind === 'blank')
        touched.set(`${section}.${name}`, originAt(nameLocation));
  const origin = originAt({ kind: 'text', source, start: 0, end: 0 });
  return { id, title, languages: languages.map(({ tag }) => tag), core, changes: touched, origin };
}
