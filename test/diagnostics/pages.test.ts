import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { positionAt } from '../../src/core/location.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { pageFile, pageNames, readPage, rulePage, splitPage } from '../../src/diagnostics/pages.ts';
import { ruleIds, rules } from '../../src/diagnostics/registry.ts';
import { cellAddress, placeOf as placeInSubmissions } from '../../src/printers/place.ts';
import { type Example, examplesOf } from './examples.ts';
import { areasFindingsOf, dataFindingsOf, findingsOf, importFindingsOf, translatorFindingsOf } from './run.ts';

const ids = ruleIds();
const made = await Promise.all(ids.map((id) => examplesOf(id)));
const examples = made.flat().map((example) => ({ ...example, title: titleOf(example) }));
const failing = examples.filter(({ verdict }) => verdict === 'fails');
const passing = examples.filter(({ verdict }) => verdict === 'passes');

function titleOf({ rule, number }: Example): string {
  return number === 1 ? rule : `${rule} (${number})`;
}

async function findingsIn({ imported, onConflict, areas, tree, data }: Example): Promise<readonly Diagnostic[]> {
  if (areas) return areasFindingsOf(tree, areas);
  if (data.length > 0) return dataFindingsOf(data, tree);
  const translators = tree.paths.filter((file) => file.endsWith('.po'));
  if (translators.length > 0) return translatorFindingsOf(tree, translators);
  return imported ? importFindingsOf(tree, onConflict) : findingsOf(tree);
}

function sorted(words: readonly string[]): readonly string[] {
  return words.toSorted();
}

/** `example.yaml:3:7`, `survey!C14`, `data.json:line 2`, or the file alone where it is not there or cannot be read. */
function placeOf({ location }: Diagnostic): string {
  if (location.kind === 'cell') return cellAddress(location);
  if (location.kind === 'record') return placeInSubmissions(location);
  const { path, text } = location.source;
  const { line, column } = positionAt(location.source, location.start);
  return text === '' ? path : `${path}:${line}:${column}`;
}

function textOf({ tree }: Example, path: string): string | undefined {
  const bytes = tree.read(path);
  if (!(bytes instanceof Uint8Array)) return undefined;
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
}

test('a page is split at its headings, but not inside its examples', () => {
  const page = splitPage(
    '# Names\r\n\nOf things.\n\n## bad-name\n\nNo.\n\n```yaml\n## a comment\n# and one\n```\n\n## b\n',
  );
  expect(page).toEqual({
    title: 'Names',
    introduction: 'Of things.',
    sections: new Map([
      ['bad-name', 'No.\n\n```yaml\n## a comment\n# and one\n```'],
      ['b', ''],
    ]),
  });
});

test('no page of the folder is left over', () => {
  const files = readdirSync(dirname(pageFile('names')));
  expect(sorted(files)).toEqual(sorted(pageNames().map((name) => `${name}.md`)));
});

test.each(pageNames())('page %s has a title, an introduction, and a section for each of its rules', (name) => {
  const { title, introduction, sections } = readPage(name);
  expect(title).toMatch(/^[A-Z]/);
  expect(introduction.length).toBeGreaterThan(80);
  expect(sorted([...sections.keys()])).toEqual(sorted(ids.filter((id) => rules[id].page === name)));
});

test.each(ids)('%s is explained, with an example that fails and one that passes', (id) => {
  expect(rulePage(id).section.split('```')[0]?.trim().length).toBeGreaterThan(120);
  const verdicts = new Set(examples.filter(({ rule }) => rule === id).map(({ verdict }) => verdict));
  expect(verdicts).toEqual(new Set(['fails', 'passes']));
});

describe('an example that fails has this finding and no other', () => {
  test.each(failing)('$title', async (example) => {
    const findings = await findingsIn(example);
    const own = findings.filter(({ rule }) => rule === example.rule);
    expect(sorted(findings.map(({ rule }) => rule))).toEqual(sorted([example.rule, ...example.also]));
    expect(new Set(own.map(({ severity }) => severity))).toEqual(new Set([example.severity]));
  });
});

describe('the finding of an example marks a place inside its files', () => {
  test.each(failing)('$title', async (example) => {
    for (const { location } of await findingsIn(example)) {
      if (location.kind === 'cell') expect(example.tree.paths).toContain(location.file);
      if (location.kind === 'record') expect(example.data.map(({ name }) => name)).toContain(location.file);
      if (location.kind !== 'text') continue;
      const { source, start, end } = location;
      if (example.missing) expect(source).toEqual({ path: 'dictionary.yaml', text: '' });
      else expect(example.tree.paths).toContain(source.path);
      const text = textOf(example, source.path);
      if (text !== undefined) expect(end).toBeLessThanOrEqual(text.length);
      expect(start).toBeLessThanOrEqual(end);
    }
  });
});

describe('an example that passes has nothing of the kind', () => {
  test.each(passing)('$title', async (example) => {
    const findings = await findingsIn(example);
    expect(sorted(findings.map(({ rule }) => rule))).toEqual(sorted(example.also));
  });
});

test('every message on one page, as authors read them', async () => {
  const pages = await Promise.all(
    failing.map(async (example) => {
      const findings = await findingsIn(example);
      return findings.filter(({ rule }) => rule === example.rule).map((finding) => messageOf(example.title, finding));
    }),
  );
  await expect(pages.flat().join('\n')).toMatchFileSnapshot('baselines/messages.txt');
});

function messageOf(title: string, finding: Diagnostic): string {
  const { severity, message, why, help, related } = finding;
  const others = related.map((each) => `  also  ${each.message}\n`).join('');
  return `${title}  ${severity}  ${placeOf(finding)}\n  ${message}\n${others}  why   ${why}\n  help  ${help}\n`;
}
