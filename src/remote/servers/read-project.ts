import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { decodeKeys, expectMap } from '../../dictionary/decode/decode.ts';
import { given } from '../../dictionary/language/key.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry } from '../../source/entry.ts';
import type { FileTree } from '../../source/files.ts';
import type { Dictionaries } from './dictionaries.ts';
import { projectKeys } from './keys.ts';
import { reportPublic } from './public-data.ts';
import { decodeRights } from './rights.ts';
import { isSecretKey } from './secrets.ts';
import { type Project, projectKey } from './server.ts';

/** What a project is held against. */
export interface Surroundings {
  readonly server: string;
  readonly dictionaries: Dictionaries;
  readonly tree: FileTree;
  readonly report: Report;
}

export function readProject(entry: Entry, around: Surroundings): Project | undefined {
  const { server, report } = around;
  const map = expectMap(entry, 'projects', '[{ form: household_registration }]', report);
  if (!map) return undefined;
  const { values } = decodeKeys(
    map,
    projectKeys,
    { what: `project of ${quote(server)}`, takesOthers: isSecretKey },
    report,
  );
  const [form, country, uid] = [given(values.form), given(values.country), given(values.uid)];
  if (!form) return undefined;
  checkForm(form, country, around);
  checkName(country, 'country', report);
  checkName(uid, 'uid', report);
  const rights = given(values.permissions);
  const permissions = decodeRights(rights, report);
  if (rights && permissions)
    reportPublic(form, rights, permissions, { dictionary: around.dictionaries.of(country?.string.text), report });
  return {
    server,
    key: projectKey(form.string.text, country?.string.text),
    form: form.string.text,
    country: country?.string.text,
    uid: uid?.string.text,
    name: given(values.name)?.string.text,
    collection: given(values.collection)?.string.text,
    permissions,
    media: readMedia(given(values.media), around),
    location: form.origin.location,
  };
}

/** That there is the country, and that it has the form. */
function checkForm(form: Plain, country: Plain | undefined, around: Surroundings): void {
  const { dictionaries, report } = around;
  const id = country?.string.text;
  if (!dictionaries.core || dictionaries.core.damaged) return;
  if (country && id !== undefined && !dictionaries.countries.includes(id)) {
    const known = dictionaries.countries;
    report('server-country', country.origin.location, { country: id, known, suggestion: suggest(id, known) });
    return;
  }
  const name = form.string.text;
  const known = id === undefined ? [...dictionaries.core.forms.keys()] : dictionaries.formsOf(id);
  if (known && !known.includes(name))
    report('server-form', form.origin.location, { form: name, country: id, known, suggestion: suggest(name, known) });
}

const SHAPES = {
  uid: 'the end of the address of the project: letters and digits, such as aXyz9',
  country: 'the name of a country layer, such as afg',
} as const;

/** These become part of addresses and of names on the command line. */
function checkName(name: Plain | undefined, key: keyof typeof SHAPES, report: Report): void {
  if (!name || /^[\w-]{1,64}$/.test(name.string.text)) return;
  const value = name.string.text;
  report('wrong-value', name.origin.location, { key, value, allowed: SHAPES[key], suggestion: lastPart(value) });
}

/** `aXyz9` of `https://kf.example.org/#/forms/aXyz9/summary`. */
function lastPart(address: string): string | undefined {
  return /\/(a[\dA-Za-z]{20,})(?=\/|$)/.exec(address)?.[1];
}

function readMedia(
  cells: ReadonlyMap<string, Plain> | undefined,
  { tree, report }: Surroundings,
): ReadonlyMap<string, string> {
  const files = [...(cells ?? [])].map(([name, { string, origin }]) => {
    const file = string.text.replace(/^\.\//, '');
    if (!tree.paths.includes(file)) report('missing-file', origin.location, { file, looked: file });
    return [name, file] as const;
  });
  return new Map(files);
}
