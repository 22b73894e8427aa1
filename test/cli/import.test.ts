import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { run, tempFolder } from './project.ts';

async function workbook(label: string): Promise<Uint8Array> {
  const columns = ['type', 'name', 'label'].map((header) => ({ header, width: 10 }));
  const rows = [{ cells: ['text', 'who', 'Who are you?'] }, { cells: ['integer', 'age', label] }];
  return writeWorkbook({ sheets: [{ name: 'survey', rightToLeft: false, columns, rows }] });
}

const age = await workbook('How old are you?');

describe('lexiform import', () => {
  it('makes a dictionary that checks clean and builds the same form', async () => {
    const folder = tempFolder({ 'form.xlsx': age });
    const { code, err } = await run(folder, 'import', 'form.xlsx', '--out', 'core');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'core: 1 workbook, 2 variables, 0 code lists, 0 modules; 3 files written.\n',
    });
    expect(readFileSync(path.join(folder, 'core/variables.yaml'), 'utf8')).toBe(
      'variables:\n  who:\n    type: text\n    label: Who are you?\n  age:\n    type: integer\n    label: How old are you?\n',
    );
    expect(await run(folder, 'check', 'core')).toEqual({ code: 0, out: '', err: '' });
    const built = async (source: string, out: string): Promise<Buffer> => {
      expect((await run(folder, 'build', source, '--target', 'xlsform', '--out', out)).code).toBe(0);
      return readFileSync(path.join(folder, out, 'xlsform/core/form/form.xlsx'));
    };
    expect((await built('core', 'a')).equals(await built('form.xlsx', 'b'))).toBe(true);
  });

  it('tells what differs between workbooks, and keeps both', async () => {
    const folder = tempFolder({ 'one.xlsx': age, 'two.xlsx': await workbook('Age in years') });
    const { code, out } = await run(folder, 'import', 'one.xlsx', 'two.xlsx', '--out', 'core');
    expect(code).toBe(0);
    expect(out).toBe(
      'one.xlsx:survey!C3: info definitions-differ The question "age" is not the same in all workbooks (label): each form keeps its own.\n',
    );
    expect(readFileSync(path.join(folder, 'core/forms/two.yaml'), 'utf8')).toContain('label: Age in years');
  });

  it('takes one definition for all forms where that is wanted, and tells what it replaced', async () => {
    const folder = tempFolder({ 'one.xlsx': age, 'two.xlsx': await workbook('Age in years') });
    const { code, out } = await run(
      folder,
      'import',
      'one.xlsx',
      'two.xlsx',
      '--on-conflict',
      'first',
      '--out',
      'core',
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: 'two.xlsx:survey!C3: warning definition-replaced The question "age" of "two" is replaced (label).\n',
    });
    expect(readFileSync(path.join(folder, 'core/forms/two.yaml'), 'utf8')).toContain('items: [who, age]');
  });

  it('writes nothing where workbooks differ and that is to stop it', async () => {
    const folder = tempFolder({ 'one.xlsx': age, 'two.xlsx': await workbook('Age in years') });
    const { code, err } = await run(folder, 'import', 'one.xlsx', 'two.xlsx', '--on-conflict', 'stop', '--out', 'core');
    expect({ code, err }).toEqual({ code: 1, err: 'The workbooks contradict each other, and nothing was written.\n' });
    expect(existsSync(path.join(folder, 'core'))).toBe(false);
  });

  it('takes a folder, and what Windows leaves of *.xlsx, but not what Excel has open beside it', async () => {
    const folder = tempFolder({ 'old/one.xlsx': age, 'old/two.XLSX': age, 'old/~$one.xlsx': '', 'old/notes.txt': '' });
    expect((await run(folder, 'import', 'old', '--out', 'a')).err).toContain('a: 2 workbooks, 2 variables,');
    expect((await run(folder, 'import', 'old/*.xlsx', '--out', 'b')).err).toContain('b: 2 workbooks, 2 variables,');
  });

  it('takes files by a part of their names', async () => {
    const folder = tempFolder({ 'in/a [1].xlsx': age, 'in/A 2.xlsx': age, 'in/b.xlsx': age, 'in/a.xlsx/c.txt': '' });
    expect((await run(folder, 'import', 'in/a*.xlsx', '--out', 'a')).err).toContain('a: 2 workbooks,');
    expect((await run(folder, 'import', 'in/a [1].xlsx', 'in/*', '--out', 'b')).err).toContain('b: 3 workbooks,');
  });

  it('takes a workbook once that is named twice', async () => {
    const folder = tempFolder({ 'form.xlsx': age });
    const { code, err } = await run(folder, 'import', 'form.xlsx', './form.xlsx', '*.xlsx', '--out', 'core');
    expect(code).toBe(0);
    expect(err).toContain('core: 1 workbook,');
  });

  it('writes nothing where nothing could be read', async () => {
    const folder = tempFolder({ 'broken.xlsx': 'type,name\n' });
    const { code, err } = await run(folder, 'import', 'broken.xlsx', '--out', 'core');
    expect({ code, err }).toEqual({ code: 1, err: 'No workbook could be read, and nothing was written.\n' });
    expect(existsSync(path.join(folder, 'core'))).toBe(false);
  });

  it('goes on past a file that is no workbook, and says so', async () => {
    const folder = tempFolder({ 'form.xlsx': age, 'broken.xlsx': 'type,name\n' });
    const { code, out, err } = await run(folder, 'import', 'form.xlsx', 'broken.xlsx', '--out', 'core');
    expect(code).toBe(1);
    expect(out).toContain('broken.xlsx');
    expect(err).toContain('core: 1 of 2 workbooks');
  });

  it.each([
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'The file is a document or a presentation'],
    ['table.ods', 'no archive', 'The file holds plain text'],
    ['form.csv', 'type,name\n', 'The file holds plain text, such as a CSV table'],
    ['form.md', '| survey |\n', 'The file holds plain text'],
    ['printed.xlsx', '%PDF-1.7\n', 'The file is a PDF document'],
    ['empty.xlsx', '', 'The file is empty.'],
  ])('says of %s what it is, and imports the others', async (file, content, sentence) => {
    const folder = tempFolder({ 'form.xlsx': age, [file]: content });
    const { code, out, err } = await run(folder, 'import', file, 'form.xlsx', '--out', 'core');
    expect(code).toBe(1);
    expect(out).toContain(`${file}:1:1: error workbook-refused ${sentence}`);
    expect(err).toBe('core: 1 of 2 workbooks, 2 variables, 0 code lists, 0 modules; 3 files written.\n');
    expect((await run(folder, 'check', file)).out).toBe(out);
  });

  it('passes over no spreadsheet of a folder in silence, but over what is none', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const folder = tempFolder({
      'in/form.xlsx': age,
      'in/form.xls': old,
      'in/other.xlsm': age,
      'in/list.csv': 'a,b\n',
    });
    const { code, out, err } = await run(folder, 'import', 'in', '--out', 'core');
    expect(code).toBe(1);
    expect(out).toMatch(/^in\/form\.xls:1:1: error workbook-refused [^\n]+\n$/);
    expect(err).toBe('core: 2 of 3 workbooks, 2 variables, 0 code lists, 0 modules; 4 files written.\n');
    expect(existsSync(path.join(folder, 'core/forms/other.yaml'))).toBe(true);
  });

  it.each([
    [['form.xlsx', '--out', 'full'], '"full" is not empty, and nothing is overwritten.'],
    [['form.xlsx', 'copy/form.xlsx', '--out', 'core'], '"form.xlsx" and "copy/form.xlsx" would be one form'],
    [['form.xlsx', 'copy/Form.xlsm', '--out', 'core'], '"form.xlsx" and "copy/Form.xlsm" would be one form'],
    [['q*.xlsx', '--out', 'core'], 'There are no files "q*.xlsx" in ".".'],
    [['form.xlsx', '--out', ''], '--out names no folder.\nName a new folder, such as: --out dictionary'],
    [['form.xlsx', '--out', 'copy/form.xlsx'], '"copy/form.xlsx" is a file.'],
    [['', '--out', 'core'], 'The name of the source is empty.'],
    [['gone.xlsx', '--out', 'core'], 'There is no "gone.xlsx".\nName files that end in .xlsx, or their folder.'],
    [['full', '--out', 'core'], 'There are no workbooks in "full".'],
    [['full/dictionary.yaml', '--out', 'core'], '"full/dictionary.yaml" is no workbook.'],
    [['form.xlsx', '--watch', '--out', 'core'], "unknown option '--watch'"],
    [['form.xlsx', '--on-conflict', 'ask', '--out', 'core'], 'Allowed choices are keep, first, most, stop.'],
    [['form.xlsx'], '--out'],
  ])('refuses in a sentence: %j', async (args, sentence) => {
    const folder = tempFolder({
      'form.xlsx': age,
      'copy/form.xlsx': age,
      'copy/Form.xlsm': age,
      'full/dictionary.yaml': 'lexiform: 1\n',
    });
    const { code, err } = await run(folder, 'import', ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
