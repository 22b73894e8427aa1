import { startOf } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Entry, MapEntry } from '../../source/entry.ts';
import type { FileTree } from '../../source/files.ts';
import type { Comment } from '../../source/yaml/comments.ts';
import { uniquePairs } from '../decode/decode.ts';
import { wrongShape } from '../decode/values.ts';
import { type SectionName, sections } from '../language/form-keys.ts';
import { type Definition, readYamlFile } from '../project/project.ts';
import { mergeTexts } from './merge.ts';
import { HASHES } from './hashes.ts';

/** A file `locales/<tag>.yaml`: only text, mirroring the sections. */
export interface Locale {
  readonly tag: string;
  readonly root: MapEntry;
}

export interface Locales {
  readonly locales: readonly Locale[];
  readonly comments: readonly Comment[];
}

const LOCALE = /^locales\/([^/]+)\.ya?ml$/;

/** @param home the folder that holds `locales/`: `countries/afg/`, or nothing for those of the core */
export function readLocales(tree: FileTree, languages: readonly string[], report: Report, home = ''): Locales {
  const locales: Locale[] = [];
  const comments: Comment[] = [];
  for (const path of tree.paths) {
    const tag = path.startsWith(home) ? path.slice(home.length).match(LOCALE)?.[1] : undefined;
    const file = tag === undefined ? undefined : readYamlFile(tree, path, report);
    if (tag === undefined || !file) continue;
    const { source, root } = file;
    comments.push(...file.comments);
    if (!languages.includes(tag)) {
      report('unknown-language', startOf(source), {
        tag,
        suggestion: suggest(tag, languages),
        known: languages.join(', '),
      });
    } else if (root?.kind === 'map') locales.push({ tag, root });
    else if (root)
      wrongShape(root, { name: 'the file', example: 'variables: { hh_size: { label: … } }' }, 'sections', report);
  }
  return { locales, comments };
}

export type Definitions = ReadonlyMap<SectionName, ReadonlyMap<string, Definition>>;

/** The definitions with the texts of all locale files put in, as if they had been written in place. */
export function applyLocales(
  definitions: Definitions,
  locales: readonly Locale[],
  defaultLanguage: string,
  languages: readonly string[],
  report: Report,
): Definitions {
  return locales.reduce(
    (before, { tag, root }) => applyLocale(before, root, { tag, defaultLanguage, languages, report }),
    definitions,
  );
}

interface Context {
  readonly tag: string;
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  readonly report: Report;
}

function applyLocale(definitions: Definitions, root: MapEntry, context: Context): Definitions {
  const merged = new Map(definitions);
  for (const { key, keyLocation, value } of uniquePairs(root, context.report)) {
    const section = sections.find((name) => name === key.text);
    if (section && value.kind === 'map')
      merged.set(section, applySection(merged.get(section) ?? new Map(), section, value, context));
    else if (section)
      wrongShape(
        value,
        { name: section, example: '{ hh_size: { label: … } }' },
        'a map from name to texts',
        context.report,
      );
    else if (key.text !== HASHES)
      context.report('unknown-key', keyLocation, {
        key: key.text,
        what: 'a locale file',
        suggestion: suggest(key.text, sections),
        known: sections.join(', '),
      });
  }
  return merged;
}

function applySection(
  definitions: ReadonlyMap<string, Definition>,
  section: SectionName,
  texts: MapEntry,
  context: Context,
): ReadonlyMap<string, Definition> {
  const all = new Map(definitions);
  for (const { key, keyLocation, value } of uniquePairs(texts, context.report)) {
    const definition = definitions.get(key.text);
    if (definition)
      all.set(key.text, {
        ...definition,
        entry: merged(definition.entry, inputsOf(value, context), context.report, value, context, section, key.text),
      });
    else
      context.report('locale-target', keyLocation, {
        path: `${section}.${key.text}`,
        suggestion: suggest(key.text, definitions.keys()),
      });
  }
  return all;
}

function inputsOf(value: Entry, { tag, defaultLanguage, languages }: Context): readonly unknown[] {
  return [value, tag, defaultLanguage, languages];
}

const merged = recall((entry: Entry, report, texts: Entry, context: Context, section: string, name: string) =>
  mergeTexts(entry, texts, { ...context, report, path: `${section}.${name}` }),
);
