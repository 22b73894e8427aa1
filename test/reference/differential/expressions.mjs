// Expressions as authors could write them, and worse: every function, every kind of answer in every place.
import * as fc from 'fast-check';
import { PLACES } from './form.mjs';

/** What stands in no repeat, and what in each. */
const NAMES = {
  number: { here: ['a', 'd', 'ga'], here_member: ['m_age', 'mg_n'], here_visit: ['v_n'] },
  text: { here: ['t', 'c', 'gt'], here_member: ['m_name'], here_visit: [] },
  date: { here: ['day', 'moment', 'hour'], here_member: ['m_day'], here_visit: ['v_day'] },
  code: { here: ['one'], here_member: ['m_one'], here_visit: [] },
  codes: { here: ['many'], here_member: [], here_visit: ['v_many'] },
  geo: { here: ['point', 'line', 'shape'], here_member: [], here_visit: [] },
};
const REPEATED = ['m_age', 'm_name', 'm_one', 'm_day', 'mg_n', 'v_n', 'v_day', 'v_many', 'o_n', 'o_t', 'o_point'];
const REPEATS = ['member', 'visit', 'other'];
const RELATIVE = {
  here: ['.', '../a', '../t', '../g/ga', '/data/a', '/data/member/m_age', '../nothing', '/data/other/o_n'],
  here_member: [
    '.',
    '../m_age',
    '../../a',
    '../visit/v_n',
    '/data/member/m_age',
    '/data/t',
    '../mg/mg_n',
    '../../other/o_n',
  ],
  here_visit: [
    '.',
    '../v_n',
    '../../m_age',
    '../../../a',
    '/data/member/visit/v_n',
    '/data/member/m_age',
    '../../visit/v_n',
  ],
};

const NUMBERS = ['0', '1', '2', '2.5', '0.1', '10', '100', '1000000', '12345678', '-1', '-2.5', '.5', '0.0001'];
const TEXTS = [
  "''",
  "'abc'",
  "'apple'",
  "'10'",
  "' 7 '",
  "'3,5'",
  "'a b c'",
  '"it\'s"',
  "'x'",
  "'true'",
  "'2024-02-29'",
  "'1'",
];
const DATES = [
  "'2024-02-29'",
  "'2023-12-31T10:00:00.000+01:00'",
  'today()',
  'now()',
  "date('2020-01-01')",
  '20000',
  "'nonsense'",
];
const PATTERNS = [
  "'[0-9]+'",
  "'a.*'",
  "'^a.c$'",
  "'(apple|pear)( fig)?'",
  "'[A-Z][a-zë]+'",
  "'.'",
  "'(a+)+b'",
  "'\\d{2}'",
];
const FORMATS = ["'%Y-%m-%d'", "'%d/%n/%y %e'", "'%H:%M:%S.%3'", "'%a %b %h'", "'%W %%'", "'%Q'"];

/** A call of one of these functions with such entries. */
function call(names, ...entries) {
  return fc.tuple(fc.constantFrom(...names), ...entries).map(([name, ...values]) => `${name}(${values.join(', ')})`);
}

function namesFor(kind, place) {
  const reach = PLACES.slice(0, PLACES.indexOf(place) + 1);
  return reach.flatMap((each) => NAMES[kind][each]).map((name) => `\${${name}}`);
}

function expressionAt(place, depth) {
  const name = (kind) => fc.constantFrom(...namesFor(kind, place));
  const nodes = fc.oneof(
    fc.constantFrom(...REPEATED).map((each) => `\${${each}}`),
    fc.constantFrom(...REPEATS).map((each) => `\${${each}}`),
    fc.constantFrom(...RELATIVE[place]),
    fc.constantFrom(
      '${member}[m_age > 5]',
      '${m_age}[. > 3]',
      "${m_name}[../m_one = 'apple']",
      '/data/member[position() = 2]/m_age',
      '/data/member[2]/m_age',
      '/data/member/visit[v_n > 1]/v_n',
      '${other}[${o_n} > 2]',
      '/data/member[m_age > 1]/visit/v_n',
      "instance('fruit')/root/item/weight",
      "instance('fruit')/root/item[colour = 'red']/name",
      "instance('fruit')/root/item[name = ${one}]/label",
      "instance('fruit')/root/item[selected(${many}, name)]/weight",
      "instance('fruit')/root/item[name = current()/../one or weight > 2]/name",
      '/data/other[o_n = current()/../a]/o_t',
    ),
  );
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(depth, tie('number'), tie('text'), tie('condition'), tie('date'), name('code'), name('codes')),
    number: fc.oneof(
      depth,
      fc.constantFrom(...NUMBERS),
      name('number'),
      fc
        .tuple(tie('loose'), fc.constantFrom('+', '-', '*', 'div', 'mod'), tie('loose'))
        .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
      tie('loose').map((value) => `-(${value})`),
      call(
        ['number', 'int', 'abs', 'sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'exp10'],
        tie('loose'),
      ),
      call(['round'], tie('loose')),
      call(['round'], tie('number'), fc.constantFrom('0', '1', '2', '-1', '-2', '5')),
      call(['pow', 'atan2'], tie('number'), tie('number')),
      call(['sum', 'count', 'count-non-empty', 'max', 'min'], nodes),
      call(['max', 'min'], tie('loose'), tie('loose'), tie('loose')),
      call(['string-length', 'count-selected'], tie('textual')),
      call(['decimal-date-time', 'decimal-time'], tie('date')),
      call(['position'], fc.constantFrom('..', '.', '${member}', '${visit}')),
      call(['distance', 'area'], fc.oneof(name('geo'), nodes)),
      call(['distance'], name('geo'), fc.constantFrom("'12 45 0 0'", '${point}')),
      fc.constantFrom('pi()', 'position()', 'string-length()'),
    ),
    text: fc.oneof(
      depth,
      fc.constantFrom(...TEXTS),
      name('text'),
      call(['string', 'normalize-space'], tie('any')),
      call(['concat'], tie('any'), tie('any')),
      call(['concat'], nodes),
      call(['join'], fc.constantFrom("', '", "''", '1'), nodes),
      call(['join'], fc.constantFrom("'-'"), tie('any'), tie('any')),
      call(['substr'], tie('any'), tie('number')),
      call(['substr'], tie('textual'), fc.constantFrom('0', '1', '-2', '9'), fc.constantFrom('0', '2', '-1', '99')),
      call(['substring-before', 'substring-after'], tie('textual'), fc.constantFrom("'p'", "' '", "''", "'-'")),
      call(['translate'], tie('textual'), fc.constantFrom("'abc'", "'apl '"), fc.constantFrom("'ABC'", "'xy'", "''")),
      call(['selected-at'], tie('textual'), fc.constantFrom('0', '1', '5', '-1', "''")),
      call(['format-date', 'format-date-time'], tie('date'), fc.constantFrom(...FORMATS)),
      call(
        ['jr:choice-name'],
        fc.oneof(name('code'), tie('textual')),
        fc.constantFrom("'${one}'", "'${many}'", "'${t}'"),
      ),
      call(['digest'], tie('textual'), fc.constantFrom("'MD5'", "'SHA-256'", "'sha1'", "'nope'")),
      call(['digest'], tie('textual'), fc.constantFrom("'SHA-512'"), fc.constantFrom("'hex'", "'base64'")),
      call(['base64-decode'], fc.constantFrom("'YWJj'", "'w6s='", "''")),
      call(
        ['indexed-repeat'],
        fc.constantFrom('${m_age}', '${m_name}', '${m_day}'),
        fc.constant('${member}'),
        tie('number'),
      ),
      call(
        ['indexed-repeat'],
        fc.constant('${v_n}'),
        fc.constant('${member}'),
        fc.constantFrom('1', '2'),
        fc.constant('${visit}'),
        fc.constantFrom('1', '2', '0'),
      ),
      call(['once'], tie('any')),
      fc.constantFrom('version()', 'normalize-space()'),
    ),
    condition: fc.oneof(
      depth,
      fc.constantFrom('true()', 'false()'),
      fc
        .tuple(tie('any'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('any'))
        .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
      fc
        .tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any'))
        .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
      call(['not', 'boolean', 'boolean-from-string'], tie('any')),
      call(['contains', 'starts-with', 'ends-with'], tie('textual'), tie('textual')),
      call(
        ['selected', 'is-selected'],
        fc.oneof(name('codes'), name('code'), tie('textual')),
        fc.oneof(fc.constantFrom("'apple'", "'10'", "' pear '"), tie('textual')),
      ),
      call(['regex'], tie('textual'), fc.constantFrom(...PATTERNS)),
      call(['checklist'], fc.constantFrom('1', '-1', '2'), fc.constantFrom('2', '-1'), tie('any'), tie('any')),
      call(['checklist'], fc.constantFrom('1', '0'), fc.constantFrom('2', '-1'), nodes),
      call(['weighted-checklist'], tie('number'), tie('number'), tie('any'), tie('number'), tie('any'), tie('number')),
      call(['geofence'], fc.constantFrom('${point}', "'12.4 45.2 0 0'"), fc.constantFrom('${shape}', '${line}')),
    ),
    date: fc.oneof(
      depth,
      fc.constantFrom(...DATES),
      name('date'),
      call(['date', 'date-time'], tie('any')),
      fc
        .tuple(
          name('date'),
          fc.constantFrom('+', '-'),
          fc.oneof(
            name('number').map((each) => `(${each} mod 1000)`),
            fc.constantFrom('1', '30.5', '366'),
          ),
        )
        .map(([date, sign, days]) => `date(${date} ${sign} ${days})`),
    ),
    /** Mostly a number. */
    loose: fc.oneof({ weight: 5, arbitrary: tie('number') }, { weight: 1, arbitrary: tie('any') }),
    textual: fc.oneof(
      { weight: 3, arbitrary: tie('text') },
      { weight: 2, arbitrary: fc.oneof(name('code'), name('codes'), name('text')) },
      { weight: 1, arbitrary: tie('any') },
    ),
  }));
  const choosing = fc.oneof(
    any,
    call(['if'], any, any, any),
    call(['coalesce'], any, any),
    nodes,
    fc.tuple(nodes, fc.constantFrom('=', '>'), any).map(([one, sign, other]) => `${one} ${sign} ${other}`),
  );
  return choosing.map((written) => ({ place, text: written }));
}

/** Expressions in all places. */
export function expressions() {
  return fc.oneof(...PLACES.map((place) => expressionAt(place, { maxDepth: 4 })));
}

/** The same, of few parts each. */
export function shortExpressions() {
  const depth = { maxDepth: 2, depthIdentifier: fc.createDepthIdentifier() };
  return fc.oneof(...PLACES.map((place) => expressionAt(place, depth)));
}
