import { describe, expect, test } from 'vitest';
import { positionAt } from '../../src/core/location.ts';
import { rules } from '../../src/diagnostics/registry.ts';
import { suppressionRules } from '../../src/diagnostics/rules/suppression.ts';
import { memoryTree } from '../../src/source/files.ts';
import { findingsOf } from './run.ts';

const MANIFEST = 'lexiform: 1\ndictionary: examples\n';

/** `line rule` for every finding about a code list; `N 1` and `N 2` hold a blank. */
async function found(yaml: string): Promise<readonly string[]> {
  const findings = await findingsOf(memoryTree({ 'dictionary.yaml': MANIFEST, 'roads.yaml': yaml }));
  return findings.map(({ rule, location }) => {
    if (location.kind !== 'text') throw new Error(location.kind);
    return `${positionAt(location.source, location.start).line} ${rule}`;
  });
}

function roads(...lines: readonly string[]): string {
  return ['codelists:', '  road:', '    codes:', ...lines.map((line) => `      ${line}`), ''].join('\n');
}

test('without a comment the finding is there', async () => {
  expect(await found(roads('N 1: National road 1'))).toEqual(['4 invalid-code']);
});

test('a comment with a reason sets the finding of the next line aside', async () => {
  expect(await found(roads('# lexiform-ignore invalid-code: as the authority writes it', 'N 1: One'))).toEqual([]);
});

describe('a comment that gives no reason has no effect and is reported', () => {
  test.each([
    '# lexiform-ignore invalid-code',
    '# lexiform-ignore invalid-code:',
    '# lexiform-ignore invalid-code:   ',
    '# lexiform-ignore',
    '# lexiform-ignore: as the authority writes it',
    '#lexiform-ignore invalid-code',
  ])('%s', async (comment) => {
    expect(await found(roads(comment, 'N 1: One'))).toEqual(['4 ignore-without-reason', '5 invalid-code']);
  });
});

test('a comment that names no rule has no effect, and the message says which one is near', async () => {
  const yaml = roads('# lexiform-ignore invalid-cod: as the authority writes it', 'N 1: One');
  expect(await found(yaml)).toEqual(['4 ignore-unknown-rule', '5 invalid-code']);
  const findings = await findingsOf(memoryTree({ 'dictionary.yaml': MANIFEST, 'roads.yaml': yaml }));
  expect(findings[0]?.message).toBe('There is no rule "invalid-cod". Did you mean "invalid-code"?');
});

test('a comment that sets nothing aside is reported', async () => {
  expect(await found(roads('# lexiform-ignore invalid-code: as the authority writes it', 'N1: One'))).toEqual([
    '4 ignore-unused',
  ]);
});

test('only the next line counts: neither the one after it nor the line of the comment', async () => {
  const comment = '# lexiform-ignore invalid-code: as the authority writes it';
  expect(await found(roads(comment, 'N1: One', 'N 2: Two'))).toEqual(['4 ignore-unused', '6 invalid-code']);
  expect(await found(roads(comment, '', 'N 2: Two'))).toEqual(['4 ignore-unused', '6 invalid-code']);
  expect(await found(roads(`N 1: One  ${comment}`))).toEqual(['4 invalid-code', '4 ignore-unused']);
});

test('only the rule that is named is set aside', async () => {
  const yaml = roads('# lexiform-ignore duplicate-code: as the authority writes it', 'N 1: One');
  expect(await found(yaml)).toEqual(['4 ignore-unused', '5 invalid-code']);
});

test('every finding of the rule on that line is set aside', async () => {
  const yaml =
    'codelists:\n  # lexiform-ignore invalid-code: as they write it\n  road: { codes: { N 1: One, N 2: Two } }\n';
  expect(await found(yaml)).toEqual([]);
});

test('a comment of another file has no effect', async () => {
  const tree = memoryTree({
    'dictionary.yaml': `${MANIFEST}# lexiform-ignore invalid-code: as the authority writes it\n`,
    'roads.yaml': 'codelists:\n  a: { codes: { N1: One } }\n\n  b: { codes: { N 1: One } }\n',
  });
  expect((await findingsOf(tree)).map(({ rule }) => rule)).toEqual(['ignore-unused', 'invalid-code']);
});

describe('what looks like a comment inside a text is text', () => {
  test.each([
    ['in quotes', "N1: 'see # lexiform-ignore invalid-code: why'"],
    ['in double quotes', 'N1: "see # lexiform-ignore invalid-code: why"'],
    ['in a text of several lines', 'N1: |\n        One\n        # lexiform-ignore invalid-code: why'],
  ])('%s', async (_, line) => {
    expect(await found(roads(line, 'N 2: Two'))).toEqual([`${4 + line.split('\n').length} invalid-code`]);
  });
});

test('a comment that only speaks of it is a comment like any other', async () => {
  expect(await found(roads('# we do not use lexiform-ignore here', 'N1: One'))).toEqual([]);
});

test('comments are read in files saved on Windows, after flow maps and after letters of other scripts', async () => {
  const yaml = roads('a: { label: "مرحبا 👍" }', '# lexiform-ignore invalid-code: as they write it', 'N 1: One');
  expect(await found(yaml.replaceAll('\n', '\r\n'))).toEqual([]);
});

test.each(Object.keys(suppressionRules))('%s cannot be set aside', async (rule) => {
  const yaml = roads(`# lexiform-ignore ${rule}: I know`, '# lexiform-ignore invalid-code', 'N1: One');
  expect(await found(yaml)).toContain('5 ignore-without-reason');
});

test('the rules about these comments stand on a page of their own', () => {
  const own = Object.entries(rules).filter(([, { page }]) => page === 'suppression');
  expect(own.map(([id]) => id)).toEqual(Object.keys(suppressionRules));
});
