import { startOf } from '../../core/location.ts';
import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import { written } from '../../source/source-string.ts';
import { decodeOver } from '../decode/decode-over.ts';
import { countryKeys } from '../language/country-keys.ts';
import { manifestKeys } from '../language/form-keys.ts';
import { given } from '../language/key.ts';
import { toText } from '../place/facets.ts';
import { outermost } from '../place/parameters.ts';
import type { Layer } from '../project/layer.ts';
import { decodeLanguages, decodePolicy, defaultOf, isSection, type Manifest } from './manifest.ts';

/** What `country.yaml` says beside its sections. */
export interface CountryManifest {
  readonly id: Plain;
  readonly title: ReturnType<typeof toText> | undefined;
  /** Its own languages, or those of the core. */
  readonly languages: readonly Language[];
  readonly defaultLanguage: string;
  /** What the country says otherwise than the core. */
  readonly policy: Dictionary['policy'];
}

export function decodeCountry(layer: Layer, core: Manifest, report: Report): CountryManifest {
  const { manifest, source, id: folder } = layer;
  const at = startOf(source);
  const what = `the file countries/${folder}/country.yaml`;
  const options = { what, core: manifestKeys, takesOthers: isSection };
  const values = manifest ? decodeOver(manifest, countryKeys, options, report) : {};
  const said = given(values.country);
  const isOther = said !== undefined && said.string.text !== folder;
  if (isOther) report('country-id', said.origin.location, { folder, id: said.string.text, problem: 'other' });
  // The folder is what all else goes by.
  const origin = said?.origin ?? originAt(at);
  const id = said && !isOther ? said : { string: written(folder, origin.location), origin };
  const title = given(values.title);
  const own = decodeLanguages(given(values.languages), report);
  const languages = own.length > 0 ? own : core.languages;
  const first = given(values.default_language);
  const usual = languages.some(({ tag }) => tag === core.defaultLanguage) ? core.defaultLanguage : languages[0]?.tag;
  return {
    id,
    title: title && toText(title, outermost(core.defaultLanguage, report)),
    languages,
    defaultLanguage: first ? defaultOf(first, languages, report) : (usual ?? ''),
    policy: decodePolicy(given(values.policy), report),
  };
}

/** The manifest of the core as the forms of a country see it: its languages, then those of the core that it does not speak. */
export function manifestIn({ languages, policy }: CountryManifest, core: Manifest): Manifest {
  const others = core.languages.filter(({ tag }) => !languages.some((own) => own.tag === tag));
  return { ...core, languages: [...languages, ...others], policy: new Map([...core.policy, ...policy]) };
}

/** The locale files of a country may be in any language that its texts can have. */
export function tagsOf({ languages }: Pick<Dictionary, 'languages'>): readonly string[] {
  return languages.map(({ tag }) => tag);
}
