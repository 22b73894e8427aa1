import { Refusal, invalid } from './http.ts';
import { type Asset, type Row } from './state.ts';

type Test = (asset: Asset) => boolean;

interface Tokens {
  readonly words: readonly string[];
  at: number;
}

const FEWEST = 3;

/** `q`: field:value with AND, OR, NOT in capitals and parentheses (kpi/utils/query_parser). */
export function searchTest(query: string): Test {
  const words = query.match(/\(|\)|(?:[^\s()"':]+:)?(?:"[^"]*"|'[^']*'|[^\s()"']+)/g) ?? [];
  if (words.length === 0) return () => true;
  const terms = words.filter((word) => !/^(?:AND|OR|NOT|\(|\))$/.test(word));
  if (terms.every((one) => !one.includes(':') && unquoted(one).length < FEWEST)) {
    throw invalid({ detail: 'Your query is too short' });
  }
  const tokens: Tokens = { words, at: 0 };
  const test = either(tokens);
  if (tokens.at < words.length) throw badSyntax();
  return test;
}

const badSyntax = (): Refusal => invalid({ detail: 'Bad syntax' });

function either(tokens: Tokens): Test {
  const tests = [both(tokens)];
  while (tokens.words[tokens.at] === 'OR') {
    tokens.at += 1;
    tests.push(both(tokens));
  }
  return (asset) => tests.some((test) => test(asset));
}

function both(tokens: Tokens): Test {
  const tests = [single(tokens)];
  for (;;) {
    const word = tokens.words[tokens.at];
    if (word === undefined || word === 'OR' || word === ')') return (asset) => tests.every((test) => test(asset));
    if (word === 'AND') tokens.at += 1;
    tests.push(single(tokens));
  }
}

function single(tokens: Tokens): Test {
  const word = tokens.words[tokens.at++];
  if (word === undefined || word === ')' || word === 'AND' || word === 'OR') throw badSyntax();
  if (word === 'NOT') {
    const test = single(tokens);
    return (asset) => !test(asset);
  }
  if (word !== '(') return term(word);
  const inner = either(tokens);
  if (tokens.words[tokens.at++] !== ')') throw badSyntax();
  return inner;
}

function term(word: string): Test {
  const [, field, value = ''] = /^([^\s"':]+):(.*)$/s.exec(word) ?? [undefined, undefined, word];
  const wanted = unquoted(value);
  if (field === undefined) return (asset) => anywhere(asset).includes(wanted.toLowerCase());
  const [, name = '', lookup = 'exact'] =
    /^(.*?)(?:__(exact|iexact|contains|icontains|startswith|istartswith|isnull|in))?$/.exec(field) ?? [];
  return (asset) => compare(fieldOf(asset, name), lookup, wanted);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function anywhere({ name, owner, settings, summary, tags, uid }: Asset): string {
  return `${name}\n${owner}\n${JSON.stringify(settings)}\n${JSON.stringify(summary)}\n${tags}\n${uid}`.toLowerCase();
}

function compare(value: string | null, lookup: string, wanted: string): boolean {
  if (wanted === 'null') return value === null;
  if (value === null) return false;
  const lower = lookup.startsWith('i') && lookup !== 'in' && lookup !== 'isnull';
  const [have, want] = lower ? [value.toLowerCase(), wanted.toLowerCase()] : [value, wanted];
  if (lookup.endsWith('contains')) return have.includes(want);
  if (lookup.endsWith('startswith')) return have.startsWith(want);
  return lookup === 'in' ? want.split(',').includes(have) : have === want;
}

const FIELDS: Readonly<Record<string, (asset: Asset) => string | null>> = {
  uid: ({ uid }) => uid,
  name: ({ name }) => name,
  asset_type: ({ type }) => type,
  owner__username: ({ owner }) => owner,
  parent: ({ parent }) => parent,
  parent__uid: ({ parent }) => parent,
  tags__name: ({ tags }) => tags,
  _deployment_status: ({ deployment }) => (deployment ? (deployment.active ? 'deployed' : 'archived') : 'draft'),
};

function fieldOf(asset: Asset, name: string): string | null {
  const field = FIELDS[name];
  if (field) return field(asset);
  const [root, ...keys] = name.split('__');
  if (root !== 'settings' && root !== 'summary') throw invalid({ detail: 'Not supported field lookup' });
  let value: unknown = asset[root];
  for (const key of keys) value = (value as Row | undefined)?.[key];
  return value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);
}
