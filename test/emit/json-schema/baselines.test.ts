import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';
import { schemaText, shapes } from './schemas.ts';

const visit = readFileSync(new URL('cases/visit.yaml', import.meta.url), 'utf8');

it.each(shapes)('the schema of a small form reads as it should: %s', async (shape) => {
  const text = schemaText(
    reading.compile({ 'forms/visit.yaml': visit }).dictionary,
    shape,
    shape === 'kobo' ? 'kobo' : 'odk',
  );
  await expect(text).toMatchFileSnapshot(`baselines/visit.${shape}.schema.json`);
});
