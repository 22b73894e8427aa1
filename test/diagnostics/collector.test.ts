import { expect, test } from 'vitest';
import type { CellLocation, RecordLocation, SourceText, TextLocation } from '../../src/core/location.ts';
import { createCollector, diagnose } from '../../src/diagnostics/collector.ts';
import { rules } from '../../src/diagnostics/registry.ts';

const wash: SourceText = { path: 'wash.yaml', text: 'variables:\n  tap: { type: txt }\n' };
const admin: SourceText = { path: 'admin.yaml', text: 'codelists:\n  admin1: {}\n' };

function text(source: SourceText, word: string): TextLocation {
  const start = source.text.indexOf(word);
  return { kind: 'text', source, start, end: start + word.length };
}

function cell(row: number): CellLocation {
  return { kind: 'cell', file: 'a.xlsx', sheet: 'survey', row, cell: `B${row}`, value: '' };
}

function record(name: string): RecordLocation {
  return { kind: 'record', file: 'b.json', record: name, path: 'age' };
}

test('a finding has the words and the severity of its rule', () => {
  const found = diagnose('duplicate-key', text(wash, 'type'), { key: 'type' }, {});
  const { severity, why } = rules['duplicate-key'];
  expect(found).toEqual({
    rule: 'duplicate-key',
    severity,
    why,
    message: '"type" stands here for the second time.',
    help: 'Keep one "type", and delete or rename the other.',
    location: text(wash, 'type'),
    related: [],
  });
});

test('the name of the mistake elsewhere, a fix and another severity come along where there are any', () => {
  const at = text(wash, 'txt');
  const fix = { title: 'Write text', edits: [{ at, text: 'text' }] };
  const more = { severity: 'warning', fix, related: [{ message: 'first here', location: at }] } as const;
  const found = diagnose('unknown-type', at, { type: 'txt', suggestion: 'text' }, more);
  expect(found).toMatchObject({ ...more, upstream: rules['unknown-type'].upstream });
});

test('findings come in the order of files and places, whatever reported first', () => {
  const { report, diagnostics } = createCollector();
  report('duplicate-key', text(wash, 'tap'), { key: 'tap' });
  report('duplicate-key', text(wash, 'variables'), { key: 'variables' });
  report('duplicate-key', text(admin, 'admin1'), { key: 'admin1' });
  expect(diagnostics().map(({ message }) => message.split(' ')[0])).toEqual(['"admin1"', '"variables"', '"tap"']);
});

test('two rules at one place come in the order of their names', () => {
  const { report, diagnostics } = createCollector();
  report('unknown-type', text(wash, 'txt'), { type: 'txt', suggestion: undefined });
  report('type-argument', text(wash, 'txt'), { type: 'txt', takes: 'list' });
  expect(diagnostics().map(({ rule }) => rule)).toEqual(['type-argument', 'unknown-type']);
});

test('cells come in the order of their rows, records by their name', () => {
  const { report, diagnostics } = createCollector();
  const places = [record('r2'), cell(10), record('r1'), cell(9)];
  for (const place of places) report('duplicate-key', place, { key: 'x' });
  expect(diagnostics().map(({ location }) => location)).toEqual([cell(9), cell(10), record('r1'), record('r2')]);
});

test('the same finding at the same place is told once, as when a module is used twice', () => {
  const { report, diagnostics } = createCollector();
  for (const key of ['tap', 'tap', 'tub']) report('duplicate-key', text(wash, 'tap'), { key });
  report('duplicate-key', text(wash, 'type'), { key: 'tap' });
  report('duplicate-key', cell(2), { key: 'x' });
  report('duplicate-key', cell(2), { key: 'x' });
  expect(diagnostics()).toHaveLength(4);
});

test('a finding that was made elsewhere is taken over as it is', () => {
  const first = createCollector();
  first.report('duplicate-key', text(wash, 'tap'), { key: 'tap' });
  const second = createCollector();
  for (const finding of first.diagnostics()) second.add(finding);
  expect(second.diagnostics()).toEqual(first.diagnostics());
});

test('what was found so far can be asked for at any time', () => {
  const { report, diagnostics } = createCollector();
  expect(diagnostics()).toEqual([]);
  report('duplicate-key', text(wash, 'tap'), { key: 'tap' });
  expect(diagnostics()).toHaveLength(1);
  report('duplicate-key', text(wash, 'type'), { key: 'type' });
  expect(diagnostics()).toHaveLength(2);
});
