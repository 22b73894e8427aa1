import { describe, expect, it } from 'vitest';
import { imported } from './adopting.ts';

function form(...rows: readonly string[]): string {
  return `
    | survey  | type           | name   | label |
    |         | select_one sex | gender | Sex   |
    | choices | list_name      | name   | label |
    ${rows.map((row) => `|         | ${row} |`).join('\n')}`;
}

/** A form that reads its list in expressions. */
function reading(code: string): string {
  return `
      | survey   | type           | name   | label | calculation                                 | parameters |
      |          | select_one sex | gender | Sex   |                                             | seed=1     |
      |          | calculate      | first  |       | instance('sex')/root/item[name = '${code}'] |            |
      | choices  | list_name      | name   | label |                                             |            |
      |          | sex            | ${code} | One  |                                             |            |
      | settings | instance_name  |        |       |                                             |            |
      |          | instance('sex')/root/item[1] | | |                                             |            |`;
}

const BOTH = ['sex | f | Female', 'sex | m | Male'];

describe('code lists of one name in several workbooks', () => {
  it('are one list where they are equal', async () => {
    const all = await imported({ camp: form(...BOTH), city: form(...BOTH) });
    expect(all.text('codelists.yaml')).toBe('  sex:\n    codes:\n      f: Female\n      m: Male\n');
    expect(all.diagnostics).toEqual([]);
    for (const name of ['camp', 'city']) expect(all.after(name)).toEqual(all.before(name));
  });

  it('bear a name of their own where they differ, and their old one in the workbook; most forms have the plain name', async () => {
    const all = await imported({ camp: form('sex | 1 | Female'), city: form(...BOTH), town: form(...BOTH) });
    expect(all.text('codelists.yaml')).toBe(
      '  sex_camp:\n    as: sex\n    codes:\n      1: Female\n  sex:\n    codes:\n      f: Female\n      m: Male\n',
    );
    expect(all.files.get('forms/camp.yaml')).toContain('type: select_one sex_camp');
    expect(all.diagnostics.map(({ message }) => message)).toEqual([
      'The code list "sex" is not the same in all workbooks (only camp has "1" and only city has "f" and "m"): each form keeps its own.',
    ]);
    for (const name of ['camp', 'city', 'town']) expect(all.after(name)).toEqual(all.before(name));
  });

  it('are read by expressions under the name that they have in the dictionary', async () => {
    const all = await imported({ camp: reading('f'), city: reading('1'), town: reading('1') });
    expect(all.text('forms/camp.yaml')).toContain("calculation: instance('sex_camp')/root/item[name = 'f']");
    expect(all.text('forms/camp.yaml')).toContain("instance_name: instance('sex_camp')/root/item[1]");
    for (const name of ['camp', 'city', 'town']) expect(all.after(name)).toEqual(all.before(name));
  });

  it('differ in their labels or in their order', async () => {
    const messages = async (...rows: readonly string[]): Promise<readonly string[]> => {
      const { diagnostics } = await imported({ camp: form(...BOTH), city: form(...rows) });
      return diagnostics.map(({ message }) => message);
    };
    expect(await messages('sex | f | Woman', 'sex | m | Male')).toEqual([
      'The code list "sex" is not the same in all workbooks (the labels or columns of "f" differ): each form keeps its own.',
    ]);
    expect(await messages(...BOTH.toReversed())).toEqual([
      'The code list "sex" is not the same in all workbooks (the codes stand in another order): each form keeps its own.',
    ]);
  });

  it('become the one of the first workbook where that is wanted, and the question stays one variable', async () => {
    const all = await imported({ camp: form('sex | 1 | Female'), city: form(...BOTH) }, { onConflict: 'first' });
    expect(all.text('variables.yaml')).toBe('  gender:\n    type: select_one sex\n    label: Sex\n');
    expect(all.diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'definition-replaced: The code list "sex" of "city" is replaced (only city has "f" and "m" and only camp has "1").',
    ]);
  });
});

describe('code lists that hold the same codes under several names', () => {
  it('are written once, which is told', async () => {
    const twice = form(...BOTH, 'sex_2 | f | Female', 'sex_2 | m | Male', 'one | f | Female', 'one_2 | f | Female');
    const all = await imported({ camp: twice });
    expect(all.text('codelists.yaml')).toContain('  sex_2:\n    include: [sex]\n  one:\n    codes:\n');
    expect(all.diagnostics.map(({ message }) => message)).toEqual([
      'The code lists "sex" and "sex_2" are the same: "sex_2" includes "sex".',
    ]);
    expect(all.after('camp')).toEqual(all.before('camp'));
  });
});
