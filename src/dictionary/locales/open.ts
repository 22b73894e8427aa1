import { createCollector } from '../../diagnostics/collector.ts';
import type { Language } from '../../model/dictionary.ts';
import type { FileTree } from '../../source/files.ts';
import { decodeManifest } from '../define/manifest.ts';
import { readProject } from '../project/project.ts';
import { applyLocales, type Locale, readLocales } from './locales.ts';
import type { TranslationUnit } from './unit.ts';
import { translationUnits } from './units.ts';

/** What a dictionary says in words, and its locale files as they are written. */
export interface Translations {
  readonly languages: readonly Language[];
  readonly defaultLanguage: string;
  readonly units: readonly TranslationUnit[];
  readonly locales: readonly Locale[];
}

/** Reads the texts of a dictionary; undefined where there is no dictionary. What is wrong with it, `check` tells. */
export function openTranslations(tree: FileTree): Translations | undefined {
  const { report } = createCollector();
  const project = readProject(tree, report);
  if (!project.manifestSource) return undefined;
  const { languages, defaultLanguage } = decodeManifest(project, report);
  const tags = languages.map(({ tag }) => tag);
  const { locales } = readLocales(tree, tags, report);
  const definitions = applyLocales(project.definitions, locales, defaultLanguage, tags, report);
  const units = translationUnits(definitions, { languages: tags, defaultLanguage });
  return { languages, defaultLanguage, units, locales };
}
