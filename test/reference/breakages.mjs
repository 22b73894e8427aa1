// Breaks a submission in every way that its schema must notice: each answer, each group and each repeat by itself. What can
// be wrong is read from the XForm, so that the schema is not asked about itself.
import { odataName } from './submissions.mjs';

/** What no answer of a type is, by the way that a server writes answers. */
const WRONG = {
  kobo: {
    int: ['many', '1.5', ''],
    decimal: ['much', '1,5'],
    date: ['2026-13-01', '02.01.2026'],
    time: ['25:00', 'noon'],
    dateTime: ['yesterday', '2026-01-02'],
    geopoint: ['here', '12.5'],
    geotrace: ['here; there'],
    geoshape: ['here; there'],
    binary: ['folder/photo.jpg'],
  },
  odata: {
    int: ['many', 1.5],
    decimal: ['much'],
    date: ['2026-13-01'],
    time: ['25:00'],
    dateTime: ['yesterday'],
    geopoint: ['POINT (1 2)', { type: 'Point', coordinates: [1] }, { type: 'LineString', coordinates: [] }],
    geotrace: [{ type: 'LineString', coordinates: [1, 2] }],
    geoshape: [{ type: 'Polygon', coordinates: [] }],
    binary: ['folder/photo.jpg'],
  },
};

const NUMBERS = new Set(['int', 'decimal']);

/**
 * Every breakage of a submission, one after the other: the submission is broken while it is yielded, and whole again after.
 * @param seen what was broken before: nothing is broken twice in the same way
 * @yields {{ what: string, at: string }} `at` is the JSON Pointer of what is wrong
 */
export function* breakages(record, shape, form, seen) {
  yield* breakObject(record, form, '', { shape, seen });
}

function* breakObject(object, node, at, context) {
  yield* broken(
    object,
    'no_such_question',
    ['x'],
    `${node.path || 'the form'}: a question that is not there`,
    at,
    context,
  );
  for (const [key, value] of Object.entries(object)) {
    const known = find(node, key, context.shape);
    if (known === undefined) continue;
    const pointer = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (known.kind === 'leaf') yield* breakLeaf(object, key, known, pointer, context);
    else yield* breakSection(object, key, value, known, pointer, context);
  }
}

/** The part of a form that a key means: a path in the one shape, a name in the other. */
function find(node, key, shape) {
  if (shape === 'odata') return node.children.find(({ name }) => odataName(name) === key);
  for (const child of node.children) {
    if (child.path === key) return child;
    const inner = child.kind === 'group' && key.startsWith(`${child.path}/`) ? find(child, key, shape) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function* breakLeaf(object, key, { path, type, select, limits }, at, context) {
  const { shape } = context;
  const notOfType = shape === 'odata' && NUMBERS.has(type) ? true : 7;
  const coded = { one: ['no_such_code'], several: ['no_such_code', `${object[key] ?? 'x'} no_such_code`] };
  const outside = shape === 'odata' && limits !== null ? [limits.least - 1, limits.most + 1] : [];
  const wrong = [notOfType, ...(WRONG[shape][type] ?? []), ...(coded[select] ?? []), ...outside];
  yield* broken(object, key, wrong, `${path}: `, at, context);
}

function* breakSection(object, key, value, node, at, context) {
  yield* broken(object, key, ['text', node.kind === 'repeat' ? {} : []], `${node.path}: `, at, context);
  if (node.kind === 'group') yield* breakObject(value, node, at, context);
  else for (const [index, entry] of value.entries()) yield* breakObject(entry, node, `${at}/${index}`, context);
}

function* broken(object, key, values, what, at, { seen }) {
  for (const value of values) {
    const told = what.endsWith(': ') ? `${what}${JSON.stringify(value)}` : what;
    if (seen.has(told)) continue;
    seen.add(told);
    const had = Object.hasOwn(object, key);
    const before = object[key];
    object[key] = value;
    yield { what: told, at, key };
    if (had) object[key] = before;
    else delete object[key];
  }
}
