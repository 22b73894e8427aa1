import { startOf } from '../core/location.ts';
import { originAt } from '../core/origin.ts';
import { createCollector, quietAboutMissing, type Report } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary, Module } from '../model/dictionary.ts';
import type { Question } from '../model/item.ts';
import type { FileTree } from '../source/files.ts';
import type { Comment } from '../source/yaml/comments.ts';
import { decodeChecks } from './define/checks.ts';
import { decodeCodeLists } from './define/code-lists.ts';
import { decodeForms, type FormStock } from './define/forms.ts';
import { decodeManifest, type Manifest } from './define/manifest.ts';
import { asksIn, decodeModules, type RawModule } from './define/modules.ts';
import { decodeVariables } from './define/variables.ts';
import type { SectionName } from './language/form-keys.ts';
import { applyLocales, type Locale, readLocales } from './locales/locales.ts';
import { reportStaleTexts } from './locales/sources.ts';
import { placeItems } from './place/items.ts';
import { outermost, type Placing } from './place/parameters.ts';
import { definedQuestion } from './place/question.ts';
import { MOST_ITEMS } from '../vocabulary/limits.ts';
import { createFiles } from './project/files.ts';
import { type Definition, type Project, readProject } from './project/project.ts';

export interface Compiled {
  /** Missing only where there is no dictionary at all. */
  readonly dictionary: Dictionary | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that set findings aside; they apply once all rules have spoken. */
  readonly comments: readonly Comment[];
}

/** Reads the files of a dictionary into the model. Mistakes are findings, and what is well goes on. */
export function compileDictionary(tree: FileTree): Compiled {
  const { report, diagnostics } = createCollector();
  const project = readProject(tree, report);
  if (!project.manifestSource) return { dictionary: undefined, diagnostics: diagnostics(), comments: project.comments };
  const tell = project.damaged ? quietAboutMissing(report) : report;
  const manifest = decodeManifest(project, report);
  const { locales, comments } = readLocales(
    tree,
    manifest.languages.map(({ tag }) => tag),
    report,
  );
  const definitions = translated(project, manifest, locales, tell);
  const dictionary = build(manifest, { ...project, definitions }, tree, tell);
  return { dictionary, diagnostics: diagnostics(), comments: [...project.comments, ...comments] };
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

function build(manifest: Manifest, project: Project, tree: FileTree, report: Report): Dictionary {
  const section = (name: SectionName): ReadonlyMap<string, Definition> => project.definitions.get(name) ?? new Map();
  const { languages, defaultLanguage } = manifest;
  const placing = outermost(defaultLanguage, report);
  const files = createFiles(tree);
  const codeLists = decodeCodeLists(section('codelists'), { languages, placing, files });
  const variables = decodeVariables(section('variables'), report);
  const modules = decodeModules(section('modules'), report);
  const stock: FormStock = {
    variables,
    modules,
    codeLists,
    languages: languages.map(({ tag }) => tag),
    used: new Set(),
  };
  const forms = decodeForms(section('forms'), placing, stock);
  placeUnused(stock, placing);
  reportNotCompiled(project, tree, report);
  return {
    ...manifest,
    codeLists,
    variables: definedQuestions(variables, placing),
    forms,
    checks: decodeChecks(section('checks'), defaultLanguage, report),
    modules: new Map([...modules].map(([name, module]) => [name, asModule(module)])),
    files,
    damaged: project.damaged,
  };
}

/** There are many, and they are gone through at every edit: nothing is made for each on the way. */
function definedQuestions(variables: FormStock['variables'], placing: Placing): Dictionary['variables'] {
  const questions = new Map<string, Question>();
  variables.forEach((variable, name) => questions.set(name, definedQuestion(variable, placing)));
  return questions;
}

function asModule({ nameLocation, locks, items }: RawModule): Module {
  return { asks: asksIn(items), ...(locks ? { locks } : {}), origin: originAt(nameLocation) };
}

/** A module that no form uses is looked at all the same: that its items can be placed. */
function placeUnused(stock: FormStock, placing: Placing): void {
  for (const { name, parameters, items } of stock.modules.values())
    if (!stock.used.has(name))
      placeItems(
        items,
        { ...placing, here: items, parameters, level: 1 },
        { ...stock, excluded: [], budget: { left: MOST_ITEMS } },
      );
}

function reportNotCompiled({ definitions, manifestSource }: Project, tree: FileTree, report: Report): void {
  for (const section of ['indicators', 'crosswalks'] as const) {
    const [first] = definitions.get(section)?.values() ?? [];
    if (first) report('not-compiled', first.nameLocation, { what: `${section}:` });
  }
  if (manifestSource && tree.paths.some((path) => path.startsWith('countries/')))
    report('not-compiled', startOf(manifestSource), { what: 'the folder countries/' });
}
