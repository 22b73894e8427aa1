// Layers of countries over the reference dictionary: each speaks four languages, two of them its own, in which it says every text
// of the core; it has administrative areas of its own, changes and adds questions and a list. The same number gives the same
// bytes.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const CORE = fileURLToPath(new URL('../../dictionary', import.meta.url));
const TEXTS = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message', 'title', 'definition'];
const OWN = { prs: 'دری', ps: 'پښتو' };
const AREAS = [8, 60, 400];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `xaa`, `xab`, …: letters, since a number in every text would have to be compared in all of them. */
export const idOf = (number) => `x${LETTERS[Math.floor(number / 26)]}${LETTERS[number % 26]}`;

/** Writes the core and so many countries into a new folder, and names the countries. */
export async function generateCountries(folder, count) {
  await cp(CORE, folder, { recursive: true, filter: (path) => !path.includes('/countries') });
  const core = await sectionsIn(folder);
  const ids = Array.from({ length: count }, (_, number) => idOf(number));
  for (const id of ids) await writeCountry(join(folder, 'countries', id), id, core);
  return ids;
}

async function sectionsIn(folder) {
  const all = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    for (const [section, named] of Object.entries(parse(text, { schema: 'failsafe' })))
      if (typeof named === 'object') all[section] = { ...all[section], ...named };
  }
  return all;
}

async function writeCountry(folder, id, core) {
  await mkdir(join(folder, 'locales'), { recursive: true });
  const files = {
    'country.yaml': stringify(layer(id, core)),
    ...Object.fromEntries(AREAS.map((_, level) => [`admin${level + 1}.csv`, areas(id, level)])),
    ...Object.fromEntries(
      Object.keys(OWN).map((tag) => [`locales/${tag}.yaml`, stringify(locale(core, `${id} ${tag}`))]),
    ),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

function layer(id, core) {
  const own = range(6).map((number) => [`${id}_q${number}`, question(id, number)]);
  const list = Object.fromEntries(range(12).map((code) => [`c${code}`, inAll(`Answer ${code} in ${id}`)]));
  const lists = { [`${id}_list`]: { label: inAll(`List of ${id}`), codes: list } };
  const replaced = AREAS.map((_, level) => [`admin${level + 1}`, { file: `admin${level + 1}.csv` }]);
  const forms = Object.keys(core.forms).map((name, index) => [
    name,
    {
      languages: ['en', 'fr', 'prs', 'ps'],
      change: [
        {
          last_in: name,
          add: [
            {
              group: `${id}_own`,
              label: inAll(`For ${id}`),
              items: own.slice(index * 2, index * 2 + 2).map(([each]) => each),
            },
          ],
        },
      ],
    },
  ]);
  return {
    country: id,
    title: { en: `Country ${id}` },
    languages: { en: 'English', fr: 'Français', ...OWN },
    default_language: 'prs',
    codelists: {
      ...Object.fromEntries(replaced),
      livelihood: { add: { [`${id}_work`]: inAll(`Work in ${id}`) } },
      ...lists,
    },
    variables: { hh_phone: { constraint: `regex(., '^0[0-9]{9}$')` }, ...Object.fromEntries(own) },
    forms: Object.fromEntries(forms),
  };
}

function question(id, number) {
  const label = inAll(`Question ${number} of ${id}, as it is asked there`);
  return number % 2 === 0
    ? { type: `select_one ${id}_list`, label }
    : { type: 'integer', label, constraint: '. >= 0 and . < 100' };
}

function inAll(text) {
  return Object.fromEntries(['en', 'fr', 'prs', 'ps'].map((tag) => [tag, `${text} (${tag})`]));
}

function areas(id, level) {
  const above = level === 0 ? '' : `,admin${level}`;
  const rows = range(AREAS[level]).map((number) => {
    const name = `${id.toUpperCase()}${level}${String(number).padStart(4, '0')}`;
    const parent =
      level === 0 ? '' : `,${id.toUpperCase()}${level - 1}${String(number % AREAS[level - 1]).padStart(4, '0')}`;
    return `${name},Area ${number},Zone ${number},ساحه ${number},سیمه ${number}${parent}\n`;
  });
  return `name,label::English (en),label::Français (fr),label::دری (prs),label::پښتو (ps)${above}\n${rows.join('')}`;
}

/** Every text of the core, mirrored by its name. */
function locale(core, mark) {
  const sections = ['codelists', 'variables', 'modules', 'forms'].map((section) => [
    section,
    Object.fromEntries(
      Object.entries(core[section])
        .map(([name, definition]) => [name, textsOf(definition, mark)])
        .filter(([, texts]) => Object.keys(texts).length > 0),
    ),
  ]);
  return Object.fromEntries(sections);
}

function textsOf(definition, mark) {
  const { codes, items } = definition;
  return {
    ...ownTexts(definition, mark),
    ...(codes
      ? { codes: Object.fromEntries(Object.entries(codes).map(([code, text]) => [code, codeTexts(text, mark)])) }
      : {}),
    ...(items ? itemTexts(items, mark) : {}),
  };
}

function ownTexts(definition, mark) {
  return Object.fromEntries(TEXTS.flatMap((key) => (definition[key] ? [[key, said(definition[key], mark)]] : [])));
}

function codeTexts(text, mark) {
  return typeof text === 'object' && text.label ? { label: said(text.label, mark) } : said(text, mark);
}

function itemTexts(items, mark) {
  const named = items.flatMap((item) => {
    if (typeof item !== 'object' || item.use) return [];
    const name = item.as ?? item.ask ?? item.note ?? item.group ?? item.repeat ?? item.calculate;
    const texts = ownTexts(item, mark);
    const inner = item.items ? Object.entries(itemTexts(item.items, mark)) : [];
    return [...(Object.keys(texts).length > 0 ? [[name, texts]] : []), ...inner];
  });
  return Object.fromEntries(named);
}

function said(text, mark) {
  return `${typeof text === 'object' ? text.en : text} [${mark}]`;
}

function range(length) {
  return Array.from({ length }, (_, index) => index);
}
