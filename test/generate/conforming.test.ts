import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/model/columns/column.ts';
import { dataNodes } from '../../src/model/columns/columns.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import { profiles } from '../../src/vocabulary/profiles.ts';
import { compileSchema, schemaText } from '../emit/json-schema/schemas.ts';
import { checkerOf } from './checker.ts';
import { present } from '../support/tester.ts';
import { forms, generated } from './generating.ts';

const everything = forms.flatMap(([form, dictionary]) =>
  profiles.map((profile) => [form, profile, dictionary] as const),
);

describe('records that conform', () => {
  it.each(everything)('%s for %s: its schema takes them', (form, profile, dictionary) => {
    const validate = compileSchema(schemaText(dictionary, 'kobo', profile, form));
    for (const { record, isWhole } of generated(dictionary, { form, profile, count: 15 }).records) {
      validate(record);
      expect(validate.errors ?? []).toEqual([]);
      expect(isWhole).toBe(true);
    }
  });

  it.each(forms)(
    '%s: what is required is answered, nothing else than is asked, within its constraint',
    (form, dictionary) => {
      const check = checkerOf(dictionary, form, 'kobo');
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
          for (const { record } of generated(dictionary, { form, seed, count: 8 }).records)
            expect(check(record)).toEqual([]);
        }),
        { numRuns: 8 },
      );
    },
  );

  it.each(forms)('%s: every question is answered in some record', (form, dictionary) => {
    const { records } = generated(dictionary, { form, count: 200 });
    const text = JSON.stringify(records.map(({ record }) => record));
    const delivery = deliver(dictionary, present(dictionary.forms.get(form), form), 'kobo');
    const asked = [...columnsOf(dataNodes(delivery, dictionary))].filter(({ column }) => column.answer !== 'none');
    const never = asked.map(({ column }) => column.path.join('/')).filter((key) => !text.includes(`"${key}":`));
    // Few people choose what has no name.
    expect(never.filter((key) => !key.endsWith('_other'))).toEqual(NEVER[form] ?? []);
  });
});

/** What is read from files that only a server has. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  location_assessment: ['place/register_name', 'assessment/previous_idp_ind'],
};
