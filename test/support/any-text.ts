import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';

/** Words with which a dictionary is made, and the signs that YAML knows. */
const fragment = fc.constantFrom(
  'codelists',
  'variables',
  'modules',
  'forms',
  'items',
  'codes',
  'type',
  'label',
  'like',
  'use',
  'ask',
  'with',
  'group',
  'repeat',
  'note',
  'relevant',
  'prefix',
  'except',
  'include',
  'file',
  'parent',
  'columns',
  'sheets',
  'change',
  'add',
  'move',
  'item',
  'remove',
  'after',
  'last_in',
  'order',
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '  ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '#',
  ' #',
  '"',
  "'",
  '&a',
  '*a',
  '|',
  '>',
  '|2-',
  '!',
  '!!str ',
  '? ',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '<<',
  '${',
  '${a}',
  '$(',
  '$(a)',
  '\\',
  'a',
  'b',
  'select_one a',
  '__proto__',
  'constructor',
  '\r\n',
  '\r',
  '\0',
  '\uFEFF',
  '\u2028',
  '😀',
  '\uD800',
);

/** Text at random, of letters or of what dictionaries are made of. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
);

/** The reference dictionary. */
export const root = fileURLToPath(new URL('../../dictionary', import.meta.url));
export const realFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(yaml|csv)$/.test(file))
  .toSorted()
  .map((file) => ({ file: file.replaceAll(path.sep, '/'), text: readFileSync(path.join(root, file), 'utf8') }));

interface Change {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

const change = fc.record({
  at: fc.nat({ max: 999_999 }),
  drop: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 200 })),
  put: fc.oneof(fc.constant(''), fragment, anyText),
});

/** A file of the reference dictionary with a few changes at random. */
export const changed = fc
  .record({ file: fc.constantFrom(...realFiles), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
  .map(({ file: { file, text }, changes }) => ({ file, text: changes.reduce(applyChange, text) }));

function applyChange(text: string, { at, drop, put }: Change): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + drop);
}
