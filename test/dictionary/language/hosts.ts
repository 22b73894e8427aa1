import { checkKinds } from '../../../src/dictionary/language/check-keys.ts';
import { placeWords } from '../../../src/dictionary/language/country-keys.ts';
import type { Key } from '../../../src/dictionary/language/key.ts';

type Files = Readonly<Record<string, string>>;

/** The parts of a dictionary that the examples of the key tables name, so that each example means something. */
const BASE = `
codelists:
  sex: { codes: { f: Female, m: Male } }
  nonresponse: { codes: { dnk: Does not know } }
  shelter_type: { codes: { tent: Tent, igloo: Igloo, house: House, other: { label: Other, special: other } } }
  admin1: { codes: { a1: North } }
variables:
  hh_size: { type: integer, label: Size }
  hoh_sex: { type: select_one sex, label: Sex }
  member_age: { type: integer, label: Age }
  new_score: { type: integer, label: Score }
modules:
  household_roster:
    with: { max: 20 }
    items: [hh_size, hoh_sex, { ask: winter_assistance, type: text, label: Winter }, { note: thanks_roster, label: Thank you }]
`;

/** What the examples of a country change. */
const CORE = `
forms:
  household_registration:
    items:
      - { ask: consent, type: select_one shelter_type, label: Consent }
      - hoh_sex
      - { ask: hoh_phone, type: text, label: Phone }
      - { ask: winter_assistance, type: text, label: Winter }
      - { group: vulnerability, label: Vulnerability, items: [hh_size] }
      - { note: thanks_roster, label: Thank you }
`;

const MANIFEST = ['lexiform: 1', 'dictionary: d', 'languages: { en: English, fr: Français }'];

/** Where the keys of a thing stand: the lines around them, the keys that it needs, and their depth. */
interface Host {
  readonly around: readonly string[];
  readonly needs?: readonly string[];
  readonly list?: true;
  /** Whether it stands in a file of a country. */
  readonly layer?: true;
}

const IN_CHANGE = ['forms:', '  household_registration:', '    change:'];
const IN_FORM = ['forms:', '  f:', '    items:'];

const hosts: Readonly<Record<string, Host>> = {
  Manifest: { around: [], needs: MANIFEST },
  Language: { around: ['lexiform: 1', 'dictionary: d', 'languages:', '  en:'], needs: ['name: English'] },
  Policy: { around: ['lexiform: 1', 'dictionary: d', 'policy:'] },
  'Code list': { around: ['codelists:', '  l:'] },
  'Parent of a code list': {
    around: ['codelists:', '  l:', '    parent:'],
    needs: ['codelist: admin1', 'column: admin1'],
  },
  Code: { around: ['codelists:', '  l:', '    codes:', '      c:'] },
  'Code in a sequence': { around: ['codelists:', '  l:', '    codes:'], needs: ['label: Female'], list: true },
  Variable: { around: ['variables:', '  v:'], needs: ['type: select_one shelter_type'] },
  'Soft limit': { around: ['variables:', '  v:', '    type: text', '    soft:'], needs: ['when: . > 20'], list: true },
  Retirement: { around: ['variables:', '  v:', '    type: text', '    retired:'], needs: ['since: 1.4.0'] },
  'Item: ask': { around: IN_FORM, needs: ['ask: own', 'type: select_one shelter_type'], list: true },
  'Item: note': { around: IN_FORM, needs: ['note: n'], list: true },
  'Item: calculate': { around: IN_FORM, needs: ['calculate: c'], list: true },
  'Item: group': { around: IN_FORM, needs: ['group: g', 'items: [hh_size]'], list: true },
  'Item: repeat': { around: IN_FORM, needs: ['repeat: r', 'items: [hh_size]'], list: true },
  'Item: use': { around: IN_FORM, needs: ['use: household_roster'], list: true },
  Module: { around: ['modules:', '  m:'], needs: ['items: [hh_size]'] },
  Form: { around: ['forms:', '  f:'], needs: ['items: [hh_size]'] },
  Check: { around: ['checks:', '  c:'], needs: ['when: ${hh_size} > 20'] },
  'Sums of a check': { around: ['checks:', '  c:', '    sums:'], needs: ['of: [hh_size]', 'to: new_score'] },
  'Duration of a check': { around: ['checks:', '  c:', '    duration:'], needs: ['over: 3h'] },
  Country: { around: [], needs: ['country: afg', 'languages: { en: English, prs: دری }'], layer: true },
  'Change of a code list': { around: ['codelists:', '  shelter_type:'], layer: true },
  'Change of a module': { around: ['modules:', '  household_roster:'], layer: true },
  'Change of a form': { around: ['forms:', '  household_registration:'], layer: true },
  'Change: add': { around: IN_CHANGE, needs: ['add: [afg_document]', 'after: consent'], list: true, layer: true },
  'Change: move': { around: IN_CHANGE, needs: ['move: hoh_phone', 'after: consent'], list: true, layer: true },
  'Change: item': { around: IN_CHANGE, needs: ['item: consent'], list: true, layer: true },
  'Change: remove': { around: IN_CHANGE, list: true, layer: true },
  Attachment: { around: ['forms:', '  f:', '    items: []', '    attachments:'], needs: ['file: a.csv'], list: true },
};

/** A dictionary in which a thing has the key with the value; `place` is the file that holds it. */
export function fileWith(title: string, key: Key, value: string): { readonly place: string; readonly files: Files } {
  const host = hosts[title];
  if (!host) throw new RangeError(`no host for ${title}`);
  const isAsk = key.name === 'ask';
  const isKind = checkKinds.some((kind) => kind === key.name);
  const needs = (host.needs ?? []).filter(
    (line) =>
      !line.startsWith(`${key.name}:`) && !(isAsk && line.startsWith('type')) && !(isKind && line.startsWith('when:')),
  );
  const text = [...host.around, ...indented([`${key.name}: ${value}`, ...otherNeeds(needs, key, host)], host)].join(
    '\n',
  );
  const ownPlace = text.startsWith('lexiform') || title === 'Manifest' ? 'dictionary.yaml' : 'file.yaml';
  const place = host.layer ? `${LAYER}/${title === 'Country' ? 'country' : 'file'}.yaml` : ownPlace;
  const files = {
    'dictionary.yaml': MANIFEST.join('\n'),
    'base.yaml': BASE,
    'admin2.csv': 'name,label\na,A\n',
    ...(host.layer ? LAYER_FILES : {}),
    [place]: text,
  };
  return { place, files };
}

const LAYER = 'countries/afg';
const LAYER_FILES: Files = {
  'core.yaml': CORE,
  [`${LAYER}/country.yaml`]: 'country: afg\nlanguages: { en: English, fr: Français, prs: دری }\n',
  [`${LAYER}/own.yaml`]: 'variables: { afg_document: { type: text, label: Document } }\n',
  [`${LAYER}/admin2.csv`]: 'name,label\nigloo,Igloo\ntent,Tent\nhouse,House\n',
};

/** A change goes to one place. */
function otherNeeds(needs: readonly string[], key: Key, { layer }: Host): readonly string[] {
  const isPlace = placeWords.some((word) => word === key.name);
  return layer && isPlace ? needs.filter((line) => !line.startsWith('after:')) : needs;
}

function indented(lines: readonly string[], { around, list }: Host): readonly string[] {
  const last = around.at(-1);
  const depth = last === undefined ? 0 : last.length - last.trimStart().length + 2;
  const blank = ' '.repeat(depth);
  if (!list) return lines.map((line) => blank + line);
  return lines.map((line, index) => `${blank}${index === 0 ? '- ' : '  '}${line}`);
}
