import { type SourceText, startOf, type TextLocation } from '../../core/location.ts';
import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { MapEntry } from '../../source/entry.ts';
import { typed, written } from '../../source/source-string.ts';
import { isProfile, type Profile, profiles } from '../../vocabulary/profiles.ts';
import { decodeKeys, uniquePairs } from '../decode/decode.ts';
import { wrongShape } from '../decode/values.ts';
import { languageKeys, manifestKeys, policyKeys, sections } from '../language/form-keys.ts';
import { given, type Values } from '../language/key.ts';
import { toText } from '../place/facets.ts';
import { toLocks } from '../place/locks.ts';
import { outermost } from '../place/parameters.ts';
import type { Project } from '../project/project.ts';

/** The part of a dictionary that its manifest says. */
export type Manifest = Pick<
  Dictionary,
  'name' | 'title' | 'version' | 'languages' | 'defaultLanguage' | 'profiles' | 'policy' | 'locks' | 'origin'
>;

export function decodeManifest({ manifest, manifestSource }: Project, report: Report): Manifest {
  const source = manifestSource ?? { path: 'dictionary.yaml', text: '' };
  return decodeSource(source, [], report, manifest);
}

const decodeSource = recall((source: SourceText, report, manifest: MapEntry | undefined): Manifest => {
  const location = startOf(source);
  const values = manifest
    ? decodeKeys(manifest, manifestKeys, { what: 'the manifest', takesOthers: isSection }, report).values
    : {};
  checkLanguageVersion(given(values.lexiform), report);
  const languages = values.languages ? decodeLanguages(given(values.languages), report) : namedLanguages(manifest);
  const defaultLanguage = defaultOf(given(values.default_language), languages, report);
  const title = given(values.title);
  return {
    name: given(values.dictionary) ?? { string: written('dictionary', location), origin: originAt(location) },
    title: title && toText(title, outermost(defaultLanguage, report)),
    version: given(values.version),
    languages,
    defaultLanguage,
    profiles: profilesOf(values),
    policy: decodePolicy(given(values.policy), report),
    ...toLocks(values),
    origin: originAt(location),
  };
});

export function isSection(key: string): boolean {
  return sections.some((section) => section === key);
}

function checkLanguageVersion(version: Plain | undefined, report: Report): void {
  const value = version?.string.text;
  if (version && value !== undefined && value !== '1')
    report('wrong-value', version.origin.location, {
      key: 'lexiform',
      value,
      allowed: '1, the version of the language that this Lexiform reads',
      suggestion: undefined,
    });
}

/** `languages: [en, fr]` was reported, but it tells which languages there are, so no text is told a second time. */
function namedLanguages(manifest: MapEntry | undefined): readonly Language[] {
  const value = manifest?.pairs.find(({ key }) => key.text === 'languages')?.value;
  return (value?.kind === 'list' ? value.items : []).flatMap((item) => {
    if (item.kind !== 'text') return [];
    const tag = item.string.text;
    return [{ tag, name: tag, header: `${tag} (${tag})`, origin: originAt(item.location) }];
  });
}

export function decodeLanguages(map: MapEntry | undefined, report: Report): readonly Language[] {
  if (!map) return [];
  return uniquePairs(map, report).flatMap(({ key, keyLocation, value }) => {
    const tag = key.text.normalize('NFC');
    const origin = originAt(keyLocation);
    if (value.kind === 'text')
      return [{ tag, name: value.string.text, header: `${value.string.text} (${tag})`, origin }];
    if (value.kind !== 'map')
      return wrongShape(value, { name: tag, example: 'Français' }, 'the name of the language', report) ?? [];
    const { values } = decodeKeys(value, languageKeys, { what: `language ${tag}` }, report);
    const name = given(values.name)?.string.text ?? tag;
    return [{ tag, name, header: given(values.header)?.string.text ?? `${name} (${tag})`, origin }];
  });
}

export function defaultOf(said: Plain | undefined, languages: readonly Language[], report: Report): string {
  const tag = said?.string.text;
  const known = languages.map((language) => language.tag);
  if (said && tag !== undefined && !known.includes(tag)) {
    report('unknown-language', said.origin.location, { tag, suggestion: undefined, known: known.join(', ') });
    return known[0] ?? '';
  }
  return tag ?? known[0] ?? '';
}

function profilesOf(values: Values<typeof manifestKeys>): readonly Profile[] {
  const named = (given(values.profiles) ?? []).map((profile) => profile.string.text).filter(isProfile);
  return named.length > 0 ? profiles.filter((profile) => named.includes(profile)) : ['xlsform'];
}

export function decodePolicy(map: MapEntry | undefined, report: Report): ReadonlyMap<string, Plain> {
  if (!map) return new Map();
  const { values } = decodeKeys(map, policyKeys, { what: 'policy' }, report);
  const consent = [...(given(values.consent) ?? [])].map(([name, value]) => [`consent.${name}`, value] as const);
  const sensitivity = given(values.sensitivity);
  const cells = given(values.small_cells);
  return new Map([
    ...consent,
    ...(sensitivity ? [['sensitivity', sensitivity] as const] : []),
    ...(cells ? [['small_cells', cells] as const] : []),
  ]);
}

/** The name of a definition as a value that knows its place. */
export function definitionName(name: string, location: TextLocation): Plain {
  const { source, start, end } = location;
  const string = source.text.slice(start, end) === name ? typed(name, location) : written(name, location);
  return { string, origin: originAt(location) };
}
