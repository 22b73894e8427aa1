import { originAt } from '../core/origin.ts';
import type { Report } from '../diagnostics/collector.ts';
import type { Dictionary, Module } from '../model/dictionary.ts';
import type { Question } from '../model/item.ts';
import { MOST_ITEMS } from '../vocabulary/limits.ts';
import { decodeChecks } from './define/checks.ts';
import { decodeCodeLists } from './define/code-lists.ts';
import { decodeForms, type FormStock } from './define/forms.ts';
import { type Manifest } from './define/manifest.ts';
import { asksIn, decodeModules, type RawModule } from './define/modules.ts';
import { needsOf } from './define/needs.ts';
import { decodeVariables } from './define/variables.ts';
import type { SectionName } from './language/form-keys.ts';
import type { Definitions } from './locales/locales.ts';
import { applyChanges } from './place/changes.ts';
import { placeItems } from './place/items.ts';
import { outermost, type Placing } from './place/parameters.ts';
import { definedQuestion } from './place/question.ts';
import type { Speaker } from './place/stock.ts';
import type { Files } from './project/files.ts';
import type { Definition } from './project/project.ts';

/** Everything that a dictionary is built from, texts of all languages put in. */
export interface Sources {
  readonly manifest: Manifest;
  readonly definitions: Definitions;
  /** What a country changes of definitions of the core. */
  readonly changes: Definitions;
  readonly country: Speaker | undefined;
  readonly files: Files;
  readonly damaged: boolean;
}

const NOTHING: ReadonlyMap<string, Definition> = new Map();

/** Definitions as a resolved dictionary. */
export function buildDictionary({ manifest, files, damaged, ...sources }: Sources, report: Report): Dictionary {
  const section = (name: SectionName): ReadonlyMap<string, Definition> => sources.definitions.get(name) ?? NOTHING;
  const layer = (name: SectionName): ReadonlyMap<string, Definition> => sources.changes.get(name) ?? NOTHING;
  const { languages, defaultLanguage } = manifest;
  const placing = outermost(defaultLanguage, report);
  const codeLists = decodeCodeLists(section('codelists'), layer('codelists'), { languages, placing, files });
  const variables = decodeVariables(section('variables'), layer('variables'), report);
  const modules = decodeModules(section('modules'), layer('modules'), report);
  const tags = languages.map(({ tag }) => tag);
  const stock: FormStock = {
    variables,
    modules,
    codeLists,
    languages: tags,
    country: sources.country,
    used: new Set(),
  };
  const forms = decodeForms(section('forms'), layer('forms'), placing, stock);
  placeUnused(stock, placing);
  return {
    ...manifest,
    codeLists,
    variables: definedQuestions(variables, placing),
    forms,
    checks: decodeChecks(section('checks'), layer('checks'), defaultLanguage, report),
    needs: needsOf(section('indicators')),
    modules: new Map([...modules].map(([name, module]) => [name, asModule(module)])),
    files,
    damaged,
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
  for (const { name, parameters, items, changes } of stock.modules.values()) {
    if (stock.used.has(name)) continue;
    const within = { ...placing, here: items, parameters, level: 1 };
    const whole = { ...stock, excluded: [], budget: { left: MOST_ITEMS } };
    applyChanges(
      placeItems(items, within, whole),
      { name, what: `Module "${name}"`, changes },
      within,
      whole,
      placeItems,
    );
  }
}
