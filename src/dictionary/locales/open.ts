import { createCollector } from '../../diagnostics/collector.ts';
import type { Language } from '../../model/dictionary.ts';
import type { FileTree } from '../../source/files.ts';
import { decodeCountry, manifestIn } from '../define/country.ts';
import { decodeManifest, type Manifest } from '../define/manifest.ts';
import { divide } from '../project/divide.ts';
import { readLayer } from '../project/layer.ts';
import { type Project, readProject } from '../project/project.ts';
import { applyLayeredLocales } from './layered.ts';
import { layeredUnits } from './layered-units.ts';
import { applyLocales, type Definitions, type Locale, readLocales } from './locales.ts';
import type { TranslationUnit } from './unit.ts';
import { translationUnits } from './units.ts';

/** What a dictionary, or a country, says in words, and its locale files as they are written. */
export interface Translations {
  /** The languages of its forms, and the one that it is written in. */
  readonly languages: readonly Language[];
  readonly defaultLanguage: string;
  readonly units: readonly TranslationUnit[];
  readonly locales: readonly Locale[];
  /** Where `locales/` stands: the folder of a country, or nothing for that of the dictionary. */
  readonly home: string;
}

/** Reads the texts of a dictionary; undefined where there is no dictionary, or no such country. What is wrong with it, `check` tells. */
export function openTranslations(tree: FileTree, country?: string): Translations | undefined {
  const { report } = createCollector();
  const project = readProject(tree, report);
  if (!project.manifestSource) return undefined;
  const manifest = decodeManifest(project, report);
  const { languages, defaultLanguage } = manifest;
  const tags = languages.map(({ tag }) => tag);
  const { locales } = readLocales(tree, tags, report);
  const definitions = applyLocales(project.definitions, locales, defaultLanguage, tags, report);
  if (country !== undefined) return ofCountry(tree, country, manifest, definitions);
  const units = translationUnits(definitions, { languages: tags, defaultLanguage });
  return { languages, defaultLanguage, units, locales, home: '' };
}

function ofCountry(
  tree: FileTree,
  id: string,
  core: Manifest,
  translated: Project['definitions'] | Definitions,
): Translations | undefined {
  const { report } = createCollector();
  const layer = readLayer(tree, id, report);
  if (!layer) return undefined;
  const home = `countries/${id}/`;
  const country = decodeCountry(layer, core, report);
  const { languages, defaultLanguage } = manifestIn(country, core);
  const tags = languages.map(({ tag }) => tag);
  const { locales } = readLocales(tree, tags, report, home);
  const divided = divide(translated, layer.definitions, report);
  const texts = applyLayeredLocales(divided, locales, defaultLanguage, tags, report);
  const spoken = languages.filter(({ tag }) => tag === defaultLanguage || isOf(country.languages, tag));
  const units = layeredUnits(texts, { languages: tags, defaultLanguage }, tree.prefix + home);
  return { languages: spoken, defaultLanguage, units, locales, home };
}

function isOf(languages: readonly Language[], tag: string): boolean {
  return languages.some((language) => language.tag === tag);
}
