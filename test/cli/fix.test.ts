import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest, run, tempFolder } from './project.ts';

const spoilt = `variables:
  name:
    type: text
    label:
      en: [Name] of the person
      fr: 'Nom'
    constraint: string-length(.) > 1 and . != “x”
  note_1:
    type: note
    label:
      en: *Important* note
      fr: C'est: l'avis
forms:
  visit: { title: Visit, items: [name, note_1] }
`;

describe('lexiform check --fix', () => {
  it('puts quotes where YAML would change a text, makes curly quotes straight, and then finds nothing', async () => {
    const folder = tempFolder({ 'dictionary/dictionary.yaml': manifest, 'dictionary/a.yaml': spoilt });
    expect((await run(folder, 'check')).code).toBe(1);
    const { code, err } = await run(folder, 'check', '--fix', '--fail-on', 'warning');
    expect(err).toContain('fixed    dictionary/a.yaml: 5 places');
    expect(code).toBe(0);
    const fixed = readFileSync(path.join(folder, 'dictionary/a.yaml'), 'utf8');
    expect(fixed).toContain("en: '[Name] of the person'");
    expect(fixed).toContain('. != "x"');
    expect(fixed).toContain("en: '*Important* note'");
    expect(fixed).toContain("fr: 'C''est: l''avis'");
  });

  it('leaves alone what has no certain fix', async () => {
    const text =
      'forms:\n  visit: { title: Visit, items: [nme] }\nvariables:\n  name: { type: text, label: { en: Name, fr: Nom } }\n';
    const folder = tempFolder({ 'dictionary/dictionary.yaml': manifest, 'dictionary/a.yaml': text });
    expect(await run(folder, 'check', '--fix')).toMatchObject({ code: 1, err: '' });
    expect(readFileSync(path.join(folder, 'dictionary/a.yaml'), 'utf8')).toBe(text);
  });
});
