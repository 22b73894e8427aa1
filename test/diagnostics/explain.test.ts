import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { addExplain } from '../../src/cli/commands/explain.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../../src/cli/host.ts';
import { displayWidth } from '../../src/printers/width.ts';
import { hostOf } from '../cli/project.ts';
import { ruleIds, rules } from '../../src/diagnostics/registry.ts';

async function explain(words: readonly string[], width = 100): Promise<{ text: string; code: ExitCode | undefined }> {
  let text = '';
  let code: ExitCode | undefined;
  const host: Host = { ...hostOf('/'), out: (part) => (text += part), width };
  const program = new Command('lexiform').exitOverride();
  addExplain(program, host, (result) => (code = result));
  await program.parseAsync(['explain', ...words], { from: 'user' });
  return { text, code };
}

test('a rule, as it reads in a terminal', async () => {
  const { text, code } = await explain(['csv-syntax'], 80);
  expect(code).toBe(EXIT.clean);
  await expect(text).toMatchFileSnapshot('baselines/explain.txt');
});

test('all rules, by page', async () => {
  const { text } = await explain([]);
  await expect(text).toMatchFileSnapshot('baselines/rules.txt');
  for (const id of ruleIds()) expect(text).toContain(` ${id} `);
});

describe('every rule reads well in a terminal', () => {
  test.each(ruleIds())('%s', async (id) => {
    const { text } = await explain([id], 60);
    expect(text).toContain(`${id}  ${rules[id].severity}\n${rules[id].title}\n`);
    expect(text).not.toMatch(/^```|\n{3}|[ \t]$/m);
    const wide = text.split('\n').filter((line) => !line.startsWith('  ') && displayWidth(line) > 60);
    expect(wide.filter((line) => line !== rules[id].title)).toEqual([]);
  });
});

test('what other tools call the mistake stands at the end', async () => {
  expect((await explain(['unknown-reference'])).text).toMatch(/\nElsewhere: pyxform PYREF_003\n$/);
});

test('a misspelt rule is a wrong call, answered with the one that is near', async () => {
  const failure = explain(['unknown-kee']);
  await expect(failure).rejects.toThrow(UsageError);
  await expect(failure).rejects.toThrow('There is no rule "unknown-kee". Did you mean "unknown-key"?');
  await expect(explain(['langauge'])).rejects.toThrow('Did you mean "language"?');
});

test('the language itself', async () => {
  const { text, code } = await explain(['language']);
  expect(code).toBe(EXIT.clean);
  for (const key of ['variables', 'codelists', 'constraint', 'specify']) expect(text).toContain(key);
});
