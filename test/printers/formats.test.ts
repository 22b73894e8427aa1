import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { ruleIds } from '../../src/diagnostics/registry.ts';
import { findingsSchema } from '../../src/printers/findings.schema.ts';
import { fingerprints } from '../../src/printers/fingerprint.ts';
import { print, type PrintOptions } from '../../src/printers/printer.ts';
import { found, marked, scenes } from './findings.ts';
import { type Schema, violations } from './schema-check.ts';

const options: PrintOptions = { color: false, width: 100, all: false };
const all = Object.values(scenes).flat();
const schema: Schema = findingsSchema;

test('json is what its schema says', () => {
  const output: unknown = JSON.parse(print('json', { diagnostics: all, records: 3 }, options));
  expect(violations(schema, output)).toEqual([]);
  expect(violations(schema, JSON.parse(print('json', { diagnostics: [] }, options)))).toEqual([]);
});

test('the schema refuses what is not a finding', () => {
  const location = { file: 'a', line: 0, column: 1, endLine: 1, endColumn: 1 };
  const finding = { rule: 'X', severity: 'fatal', message: 'm', help: 'h', location, related: [], more: 1 };
  const wrong = violations(schema, { version: 1, findings: [finding], summary: {} });
  expect(wrong.map((each) => each.split(' ')[0])).toContain('/findings/0/location');
  expect(wrong).toContain('/findings/0 lacks upstream');
  expect(wrong).toContain('/findings/0 has more');
});

test('json keeps every character of hostile words, though none reaches the terminal', () => {
  const diagnostics = scenes['escape sequence'] ?? [];
  const text = print('json', { diagnostics }, options);
  expect(text).toContain(String.raw`"file": "evil\u001b[2J.yaml"`);
  const output = JSON.parse(text) as { findings: { location: { file: string } }[] };
  expect(output.findings[0]?.location.file).toBe('evil\u001B[2J.yaml');
});

test('sarif lists every rule, and results point at theirs', () => {
  interface Run {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
  }
  const { runs } = JSON.parse(print('sarif', { diagnostics: all }, options)) as { runs: readonly [Run] };
  const { rules } = runs[0].tool.driver;
  expect(rules.map((rule) => rule.id)).toEqual(ruleIds());
  expect(runs[0].results.map((result) => rules[result.ruleIndex]?.id)).toEqual(all.map((each) => each.rule));
});

const typo = (text: string): readonly Diagnostic[] =>
  found((report) => report('unknown-type', marked('a.yaml', text), { type: 'txt', suggestion: 'text' }));

test('a fingerprint stays when lines move or a better suggestion comes up, and differs from its neighbour', () => {
  const moved = found((report) =>
    report('unknown-type', marked('a.yaml', '# new\n\ntype: ⟨txt⟩\n'), { type: 'txt', suggestion: undefined }),
  );
  expect(fingerprints(moved)).toEqual(fingerprints(typo('type: ⟨txt⟩\n')));
  expect(new Set(fingerprints([...moved, ...moved])).size).toBe(2);
  expect(fingerprints(scenes['plain'] ?? [])).not.toEqual(fingerprints(moved));
});

test('junit is well-formed, and counts what it holds', () => {
  const text = print('junit', { diagnostics: all }, options);
  const open: string[] = [];
  for (const [, slash, name = '', empty] of text.matchAll(/<(\/?)([a-z]+)(?: [a-z]+="[^"<>]*")*(\/?)>/g)) {
    if (slash) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  expect(text.replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
  expect(text.match(/<testcase /g)).toHaveLength(all.length);
  expect(text).toContain(`tests="${all.length}" failures="${text.match(/<failure /g)?.length}"`);
});

test('github has one command a finding, whatever the words', () => {
  const lines = print('github', { diagnostics: all }, options).trimEnd().split('\n');
  expect(lines).toHaveLength(all.length);
  for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) (\w+=[^:,\n]*,?)+::/);
  expect(lines.join('')).not.toContain('##[');
});

test('compact has one line a finding', () => {
  const lines = print('compact', { diagnostics: all }, options).trimEnd().split('\n');
  expect(lines).toHaveLength(all.length);
  for (const line of lines) expect(line).toMatch(/: (error|warning|info) [a-z-]+ /);
});
