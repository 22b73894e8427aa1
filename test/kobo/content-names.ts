import { KoboError } from './kobo-error.ts';
import type { Content, Row } from './state.ts';

/** What has a path and holds other rows; kobomatrix and rank are left out there too (kpi/utils/absolute_paths.py). */
const HOLDERS = ['score', 'group', 'repeat'];

export function isEnd(row: Row): boolean {
  return typeof row['type'] === 'string' && /^end[ _]/.test(row['type']);
}

/** What an import looks for before anything else, in the rows as they were written. */
export function checkNames(survey: readonly Row[]): void {
  const seen = new Set<string>();
  for (const row of survey) {
    const name = row['name'];
    if (typeof name !== 'string' || name === '') continue;
    if (!('type' in row)) throw new KoboError('KeyError', "'type'");
    if (isEnd(row)) continue;
    if (!isNodeName(name)) throw new KoboError('ValueError', `Invalid node name: ${name}`);
    if (seen.has(name)) throw new KoboError('DuplicateNameException', `Duplicate node name: ${name}`);
    seen.add(name);
  }
}

function isNodeName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(name);
}

type Duplicates = 'refuse' | 'keep' | 'rename';

/** Gives each row `$autoname`, and each choice `$autovalue` (kpi/utils/autoname.py). */
export function nameRows(content: Content, duplicates: Duplicates): void {
  const taken = new Set<string>();
  const rows = content.survey.filter((row) => !isEnd(row));
  const give = (row: Row, name: string): void => {
    if (taken.has(name) && duplicates === 'refuse') {
      throw new KoboError('DuplicateNameException', `Duplicate name error: ${name}`);
    }
    taken.add(name);
    row['$autoname'] = name;
  };
  for (const row of rows) if (named(row)) give(row, givenName(row, taken, duplicates));
  for (const row of rows) if (!named(row)) give(row, madeName(row, taken));
  nameChoices(content);
}

function named(row: Row): boolean {
  return 'name' in row && row['name'] !== '';
}

function givenName(row: Row, taken: ReadonlySet<string>, duplicates: Duplicates): string {
  const name = String(row['name']);
  if (duplicates !== 'rename' || (isNodeName(name) && !taken.has(name))) return name;
  row['$given_name'] = name;
  return slug(name, taken) || `${String(row['type'])}_${String(row['$kuid'])}`;
}

function madeName(row: Row, taken: ReadonlySet<string>): string {
  const label: unknown = Array.isArray(row['label']) ? row['label'].find(Boolean) : row['label'];
  const made = typeof label === 'string' ? slug(label, taken) : '';
  if (made !== '' && made !== '_') return made;
  const type = ['score__row', 'rank__level'].includes(String(row['type'])) ? 'select_one' : String(row['type']);
  return slug('$kuid' in row ? `${type}_${String(row['$kuid'])}` : type, taken);
}

/** kpi/utils/sluggify.py */
function slug(text: string, taken: ReadonlySet<string>): string {
  let made = text.trim().replaceAll(/\s/g, '_').replaceAll(/\W+/g, '_');
  if (made !== '_') made = made.replace(/_$/, '');
  if (made.length > 40) made = `${made.slice(0, 20)}_${made.slice(-20)}`;
  if (/^\d/.test(made)) made = `_${made}`;
  return unused(made.replaceAll(/_{2,}/g, '_'), taken);
}

function unused(base: string, taken: Iterable<string>): string {
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  let name = base;
  for (let count = 1; lower.has(name.toLowerCase()); count += 1) name = `${base}_${String(count).padStart(3, '0')}`;
  return name;
}

function nameChoices(content: Content): void {
  const taken = new Map<unknown, string[]>();
  for (const choice of content.choices ?? []) {
    const list = choice['list_name'];
    if (list === '' || list === undefined || list === null) continue;
    const names = taken.get(list) ?? [];
    taken.set(list, names);
    choice['$autovalue'] = choice['name'] || choiceName(choice, names);
    names.push(String(choice['$autovalue']));
  }
}

function choiceName(choice: Row, taken: readonly string[]): string {
  if (!('label' in choice)) throw new KoboError('KeyError', "'label'");
  const label: unknown = Array.isArray(choice['label']) ? choice['label'].find(Boolean) : choice['label'];
  const made = String(label).replaceAll(/\s/g, '_').replaceAll(/_{2,}/g, '_');
  return unused(made, taken);
}

export function addPaths(content: Content): void {
  const holders: string[] = [];
  for (const row of content.survey) {
    const type = String(row['type']);
    if (HOLDERS.some((kind) => type === `end_${kind}`)) {
      holders.pop();
      continue;
    }
    const name = row['name'] ?? row['$autoname'];
    if (typeof name !== 'string') continue;
    row['$xpath'] = [...holders, name].join('/');
    if (HOLDERS.some((kind) => type === `begin_${kind}`)) holders.push(name);
  }
}
