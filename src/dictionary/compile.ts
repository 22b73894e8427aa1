import { createCollector, quietAboutMissing, type Report } from '../diagnostics/collector.ts';
import type { FileTree } from '../source/files.ts';
import { buildDictionary } from './build.ts';
import type { Compiled, CompiledProject } from './compiled.ts';
import { compileCountry } from './compile-country.ts';
import { decodeManifest, type Manifest } from './define/manifest.ts';
import { applyLocales, type Locale, readLocales } from './locales/locales.ts';
import { reportStaleTexts } from './locales/sources.ts';
import { createFiles } from './project/files.ts';
import { countryFolders } from './project/layer.ts';
import { type Project, readProject } from './project/project.ts';

/** Reads the files of a dictionary into the model. Mistakes are findings, and what is well goes on. */
export function compileDictionary(tree: FileTree): Compiled {
  const { dictionary, diagnostics, comments } = compileProject(tree);
  return { dictionary, diagnostics, comments };
}

/** The same, with the layers of its countries at hand. */
export function compileProject(tree: FileTree): CompiledProject {
  const { report, diagnostics } = createCollector();
  const project = readProject(tree, report);
  const { comments } = project;
  if (!project.manifestSource) return { dictionary: undefined, diagnostics: diagnostics(), comments, countries: [] };
  const tell = project.damaged ? quietAboutMissing(report) : report;
  const manifest = decodeManifest(project, report);
  const tags = manifest.languages.map(({ tag }) => tag);
  const texts = readLocales(tree, tags, report);
  const definitions = translated(project, manifest, texts.locales, tell);
  const parts = { manifest, definitions, changes: new Map(), country: undefined, damaged: project.damaged };
  const dictionary = buildDictionary({ ...parts, files: createFiles(tree) }, tell);
  reportNotCompiled(project, tell);
  const core = { manifest, definitions, dictionary };
  return {
    dictionary,
    diagnostics: diagnostics(),
    comments: [...comments, ...texts.comments],
    countries: countryFolders(tree).map((id) => ({ id, compile: () => compileCountry(tree, id, core) })),
  };
}

function translated(
  { definitions }: Project,
  manifest: Manifest,
  locales: readonly Locale[],
  report: Report,
): Project['definitions'] {
  const tags = manifest.languages.map(({ tag }) => tag);
  const merged = applyLocales(definitions, locales, manifest.defaultLanguage, tags, report);
  reportStaleTexts(merged, { languages: tags, defaultLanguage: manifest.defaultLanguage }, locales, report);
  return merged;
}

function reportNotCompiled({ definitions }: Project, report: Report): void {
  for (const section of ['indicators', 'crosswalks'] as const) {
    const [first] = definitions.get(section)?.values() ?? [];
    if (first) report('not-compiled', first.nameLocation, { what: `${section}:` });
  }
}
