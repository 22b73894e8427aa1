import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();

const form = (relevant: string, carets: string): string => `
  forms:
    f:
      items:
        - { ask: a, type: text, label: A }
        - { ask: n, type: integer, label: N }
        - ask: b
          type: text
          label: B
          relevant: ${relevant}
          ${carets}
`;

describe('a text or number beside and or or', () => {
  it.each([
    ["${a} = 'x' or 'y'", "'y'", '"y" beside "or" is no condition: it always holds, and so does the whole.'],
    ["${a} = 'x' or ('y')", "'y'", 'it always holds, and so does the whole.'],
    ['${n} > 1 and 2', '2', '"2" beside "and" is no condition: it always holds.'],
    ['${n} > 1 and 0', '0', 'it never holds, and so does the whole.'],
    ["not(${a} = 'x' or '')", "''", 'it never holds.'],
  ])('is no condition: %s', (relevant, literal, message) => {
    const carets = ' '.repeat('relevant: '.length + relevant.lastIndexOf(literal)) + '^'.repeat(literal.length);
    const { findings } = checked.expect(form(relevant, `${carets} constant-condition: ${message}`));
    expect(findings[0]?.help).toContain('Name the question again');
  });

  it.each(["${a} = 'x' or ${a} = 'y'", "${a} = ('x')", "true() or ${a} != ''", "concat(${a}, 'or', 1) != ''"])(
    'is none of these: %s',
    (relevant) => {
      checked.expect(form(relevant, '').trimEnd());
    },
  );
});
