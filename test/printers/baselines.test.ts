import { expect, test } from 'vitest';
import { type Format, print, type PrintOptions } from '../../src/printers/printer.ts';
import { scenes } from './findings.ts';

const options: PrintOptions = { color: false, width: 100, all: false, elapsed: 1234 };
const baseline = (name: string): string => `baselines/${name}.txt`;

/** Every scene in a format, one below the other. */
function sceneTexts(format: Format, change: Partial<PrintOptions> = {}): string {
  return Object.entries(scenes)
    .map(([name, diagnostics]) => `=== ${name}\n${print(format, { diagnostics }, { ...options, ...change })}`)
    .join('\n');
}

test.each(['pretty', 'compact', 'json', 'junit', 'github', 'markdown'] as const)('%s', async (format) => {
  await expect(sceneTexts(format)).toMatchFileSnapshot(baseline(format));
});

test('sarif, without the rules of the registry', async () => {
  const results = Object.entries(scenes).map(([name, diagnostics]) => {
    const log = JSON.parse(print('sarif', { diagnostics }, options)) as {
      runs: [{ results: Record<string, unknown>[] }];
    };
    const shown = log.runs[0].results.map((result) => ({ ...result, ruleIndex: undefined }));
    return `=== ${name}\n${JSON.stringify(shown, undefined, 2)}\n`;
  });
  await expect(results.join('\n')).toMatchFileSnapshot(baseline('sarif'));
});

test('pretty in a narrow terminal', async () => {
  await expect(sceneTexts('pretty', { width: 40 })).toMatchFileSnapshot(baseline('pretty-narrow'));
});

test('pretty with colours, ESC shown as ␛', async () => {
  const text = sceneTexts('pretty', { color: true }).replaceAll('\u001B', '␛');
  await expect(text).toMatchFileSnapshot(baseline('pretty-color'));
});

test('every finding on demand', () => {
  const diagnostics = scenes['many of a kind'] ?? [];
  const text = print('pretty', { diagnostics }, { ...options, all: true });
  expect(text.match(/^error {2}unknown-type/gm)).toHaveLength(14);
  expect(text).not.toContain('--all');
});

test('the last line counts files and records', () => {
  const diagnostics = Object.values(scenes).flat();
  const text = print('pretty', { diagnostics, records: 14210 }, { ...options, elapsed: 125_000 });
  expect(text).toMatch(/\n30 errors, 1 warning, 1 info in 9 files, 14,210 records checked \(2 min 5 s\)\n$/);
  expect(print('pretty', { diagnostics: [], records: 1 }, { ...options, elapsed: 40 })).toBe(
    'No findings in 1 record (0.0 s).\n',
  );
});
