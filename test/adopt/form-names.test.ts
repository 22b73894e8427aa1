import { describe, expect, it } from 'vitest';
import { createFormNames } from '../../src/adopt/form-names.ts';
import { compileWorkbook } from '../../src/xlsform/read/compile-workbook.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { memoryTree } from '../../src/source/files.ts';
import { present } from '../support/tester.ts';
import { planOf } from '../support/workbook-tables.mjs';

const PLAIN = await writeWorkbook(planOf('| survey | type | name | label |\n|  | text | a | A |'));
const WITH_ID = await writeWorkbook(
  planOf('| survey | type | name | label |\n|  | text | a | A |\n| settings | form_id |\n|  | own |'),
);

function read(stem: string, bytes = PLAIN): Dictionary {
  const file = `${stem}.xlsx`;
  return present(compileWorkbook(memoryTree({ [file]: bytes }), file).dictionary, file);
}

/** The names of forms of these workbooks, and their ids. */
function named(stems: readonly string[], bytes = PLAIN): readonly (readonly [string, string | undefined])[] {
  const names = createFormNames(stems);
  return stems.flatMap((stem) =>
    [...names.take(read(stem, bytes)).dictionary.forms].map(([name, form]) => {
      expect(form.name.string.text).toBe(name);
      return [name, form.settings.get('form_id')?.string.text] as const;
    }),
  );
}

describe('the names of imported forms', () => {
  it.each(['form', 'with.dots.v1.2', 'نموذج', '表单', 'true', 'Form-A', 'x'.repeat(200)])('stay: %s', (stem) => {
    expect(named([stem])).toEqual([[stem, undefined]]);
    expect(createFormNames([stem]).take(read(stem)).diagnostics).toEqual([]);
  });

  it.each([
    ['with blanks', 'with_blanks'],
    ['2024 survey (final)', '_2024_survey_final'],
    ['con', 'con_form'],
    ['NUL', 'NUL_form'],
    ['constructor', 'constructor_form'],
    ['(!)', '_'],
    ['e\u0301te\u0301', 'été'],
    ['ü'.repeat(120), 'ü'.repeat(96)],
  ])('are the nearest that a dictionary can have, with the id that converters took from the file: %s', (stem, name) => {
    expect(named([stem])).toEqual([[name, stem]]);
  });

  it('leave the id alone where the settings say one', () => {
    expect(named(['a b'], WITH_ID)).toEqual([['a_b', 'own']]);
    expect(
      createFormNames([])
        .take(read('a b', WITH_ID))
        .diagnostics.map(({ message }) => message),
    ).toEqual([
      '"a b" cannot be the name of a form in a dictionary, so it is called "a_b"; its form_id is "own" as before.',
    ]);
  });

  it('are no other form’s, in capital or small letters', () => {
    expect(named(['a b', 'a  b', 'A_b', '[x]', 'x']).map(([name]) => name)).toEqual([
      'a_b_2',
      'a_b_3',
      'A_b',
      'x_2',
      'x',
    ]);
  });
});
