import { describe, expect, it } from 'vitest';
import { editInBrowser } from '../browser.ts';
import { dictionary, type Office, openOffice } from '../office.ts';

const visit = dictionary['dictionary/visit.yaml'];
const locked = {
  ...dictionary,
  'dictionary/visit.yaml': visit
    .replace('- ask: respondent', '- ask: respondent\n        lock: all')
    .replace('ask: needs,', 'ask: needs, lock: [codes, relevant],')
    .replace('- group: household', '- group: household\n        lock: [items]'),
};

async function pushedLocks(): Promise<Office> {
  const office = await openOffice({ convert: 'off', importPolls: 0 }, locked);
  expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
  return office;
}

describe('a project whose form is locked', () => {
  it('holds the profiles, and is as the dictionary says', async () => {
    const office = await pushedLocks();
    const { content } = office.project('Visit');
    const profiles = content['kobo--locking-profiles'] as readonly { name: string; restrictions: readonly string[] }[];
    expect(profiles.map(({ name }) => name).toSorted()).toEqual([
      'group-question_add-question_delete',
      'question-all',
      'question-codes-skip_logic',
    ]);
    expect(profiles.find(({ name }) => name === 'question-codes-skip_logic')?.restrictions.toSorted()).toEqual([
      'choice_add',
      'choice_delete',
      'choice_value_edit',
      'question_skip_logic_edit',
    ]);
    const rows = content.survey.map((row) => [row['name'], row['kobo--locking-profile']]);
    expect(rows.filter(([, profile]) => profile !== undefined)).toEqual([
      ['respondent', 'question-all'],
      ['household', 'group-question_add-question_delete'],
      ['needs', 'question-codes-skip_logic'],
    ]);
    expect(await office.run('plan --exit-code')).toMatchObject({ code: 0 });
  });

  it('says of each change on the server whether it is locked', async () => {
    const office = await pushedLocks();
    await editInBrowser(office, 'Visit', ({ survey, choices }) => {
      const row = (name: string): object => survey.find((each) => each['name'] === name) ?? {};
      Object.assign(row('respondent'), { label: ['Who?', 'Qui ?'] });
      Object.assign(row('needs'), { relevant: '${hh_size} > 2', required: true });
      Object.assign(row('hh_size'), { label: ['How many?', 'Combien ?'] });
      choices?.splice(0, 1);
    });
    const { out } = await office.run('plan kobo/visit');
    const drift = out.split('\n').filter((line) => line.includes('the push undoes it'));
    expect(drift.map((line) => line.trim().replace(/"[^"]*" → "[^"]*"/, '…'))).toEqual([
      '~ question respondent: label (English (en)) …  (the push undoes it)  locked: the question "respondent" says lock: all',
      '~ question respondent: label (Français (fr)) …  (the push undoes it)  locked: the question "respondent" says lock: all',
      '~ question hh_size: label (English (en)) …  (the push undoes it)',
      '~ question hh_size: label (Français (fr)) …  (the push undoes it)',
      '~ question needs: relevant "${hh_size} > 2"  (the push undoes it)  locked: the question "needs" says lock: relevant',
      '~ question needs: required "yes"  (the push undoes it)',
      '- code needs: food "Food"  (the push undoes it)  locked: the question "needs" says lock: codes',
    ]);
  });
});
