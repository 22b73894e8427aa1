import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/range.ts';
import { parseTemplate, renameTemplateEdits } from '../../src/expression/template.ts';
import { carets } from './helpers.ts';

describe('parseTemplate', () => {
  it('finds the references of a text', () => {
    const { references, problems } = parseTemplate('Bonjour ${nom}, ${last-saved#âge} ans');
    expect(problems).toEqual([]);
    expect(references.map(({ name, lastSaved, nameSpan }) => [name, lastSaved, carets(nameSpan)])).toEqual([
      ['nom', false, '          ^^^'],
      ['âge', true, '                             ^^^'],
    ]);
  });

  it.each(['It costs 5 $', '{name} $name $(max)', '$ {a}', 'a } b', ''])('leaves plain text alone: %s', (text) => {
    expect(parseTemplate(text)).toEqual({ references: [], problems: [] });
  });

  it.each([
    ['unterminated-reference', 'Dear ${name, hello', '     ^^^^^^'],
    ['unterminated-reference', 'Dear ${name) and ${b}', '     ^^^^^^'],
    ['unterminated-reference', 'Dear ${', '     ^^'],
    ['empty-reference', 'Dear ${}', '     ^^^'],
    ['malformed-reference', 'Dear ${first name}', '     ^^^^^^^^^^^^^'],
    ['blank-in-reference', 'Dear ${ name }', '     ^^^^^^^^^'],
  ])('%s: %s', (code, text, line) => {
    expect(parseTemplate(text).problems.map((problem) => [problem.code, carets(problem.span)])).toEqual([[code, line]]);
  });
});

describe('renameTemplateEdits', () => {
  it('renames each reference and nothing else', () => {
    const text = 'a ${a} ${ a } ${b} $a';
    const edits = renameTemplateEdits(text, (name) => (name === 'a' ? 'alpha' : undefined));
    expect(applyEdits(text, edits)).toBe('a ${alpha} ${ alpha } ${b} $a');
  });
});
