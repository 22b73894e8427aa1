import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openServer } from './real-server.ts';

const MINUTES = 60_000;

/** What one household answers, as a device writes it. */
function household(name: string, size: number, needs: string): string {
  const inside = `<hh_size>${size}</hh_size><needs>${needs}</needs>`;
  return `<respondent>${name}</respondent><household>${inside}</household><member><member_age>3</member_age></member>`;
}

interface Said {
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly severity: string }[];
}

describe('the last mile, from an empty account to answers of two versions', () => {
  it('is walked with the commands that people use', { timeout: 10 * MINUTES }, async () => {
    const { run, submit, edit, statuses, folder } = await openServer();
    const found = async (more = ''): Promise<readonly string[]> => {
      const { out } = await run(`conform dictionary --server kobo/visit --form visit --format json${more}`);
      return (JSON.parse(out) as Said).findings.map(({ rule, message }) => `${rule}: ${message}`).toSorted();
    };

    expect((await run('plan')).out).toContain('3 projects to create');
    expect(await run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(await run('plan --exit-code')).toMatchObject({ code: 0 });

    for (const number of [1, 2, 3]) await submit('Visit', household(`R${number}`, number, 'food water'));
    await submit('Visit', household('R4', 4, 'food gold'));
    await submit('Visit', household('R5', -5, 'shelter'));
    await submit('Call', '<answered>water</answered>');
    await submit('Sites', '<site>a</site>');
    expect(await run('pull')).toMatchObject({
      code: 0,
      out: 'kobo/visit: 5 new submissions\nkobo/call: 1 new submission\nkobo/sites: 1 new submission\n',
    });
    const wrong = [
      'answer-code: "needs" is "food gold", and "gold" is no code of "needs".',
      'answer-constraint: "hh_size" is "-5", which . > 0 refuses (More than 0).',
    ];
    expect(await found()).toEqual(wrong);

    expect(await run('mark')).toMatchObject({ code: 0 });
    expect(new Set(Object.values(await statuses('Visit')))).toEqual(new Set(['']));
    expect(await run('mark --yes')).toMatchObject({ code: 0 });
    const refused = 'validation_status_not_approved';
    expect(await statuses('Visit')).toEqual({ R1: '', R2: '', R3: '', R4: refused, R5: refused });

    cpSync(path.join(folder, 'dictionary'), path.join(folder, 'before'), { recursive: true });
    edit('dictionary/lists.yaml', '      shelter: { en: Shelter, fr: Abri }\n', '');
    edit('dictionary/visit.yaml', 'How many people?', 'How many people live here?');
    const { out: planned } = await run('plan');
    expect(planned.replaceAll(/ a\w{21} /g, ' UID ')).toMatchInlineSnapshot(`
      "kobo/visit  "Visit"  UID  5 submissions
        ~ question hh_size: label (English (en)) "How many people?" → "How many people live here?"
        - code needs: shelter "Shelter"
        Collected answers:
          ! needs: shelter is not offered any more. 1 submission holds it, without a label in the new version.
        A push hands the workbook over, deploys it anew.
      kobo/call  "Call"  UID  1 submission
        - code needs: shelter "Shelter"
        A push hands the workbook over, deploys it anew.
      kobo/sites  "Sites"  UID  1 submission  no change
      2 projects to change, 1 project without a change
      "
    `);
    expect(await run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(await run('plan --exit-code')).toMatchObject({ code: 0 });

    await submit('Visit', household('R6', 6, 'food'));
    await submit('Visit', household('R7', 7, 'shelter'));
    expect((await run('pull kobo/visit')).out).toBe('kobo/visit: 2 new submissions, 2 other validation statuses\n');
    const late = 'answer-code: "needs" is "shelter", and "shelter" is no code of "needs".';
    // What was right when it was sent is right by its own version.
    expect(await found(' --also before')).toEqual([wrong[0], late, wrong[1]]);
  });
});
