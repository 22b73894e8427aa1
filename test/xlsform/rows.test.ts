import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { diskTree } from '../../src/source/files.ts';
import { present } from '../support/tester.ts';
import { renderDictionary } from './render.ts';

const CASES = fileURLToPath(new URL('cases/', import.meta.url));

describe('the rows of workbooks', () => {
  it.each(readdirSync(CASES))('are those of the baseline: %s', async (name) => {
    const { dictionary, diagnostics } = compileDictionary(diskTree(`${CASES}${name}`, ''));
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    await expect(renderDictionary(present(dictionary, 'dictionary'))).toMatchFileSnapshot(`baselines/${name}.md`);
  });
});
