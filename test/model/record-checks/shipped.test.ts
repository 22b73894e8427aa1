import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import type { JsonRecord } from '../../../src/model/record/record-reader.ts';
import { diskTree } from '../../../src/source/files.ts';
import { present } from '../../support/tester.ts';
import { checkingForm } from './checking.ts';

const folder = fileURLToPath(new URL('../../../dictionary', import.meta.url));
const dictionary = present(compileDictionary(diskTree(folder, '')).dictionary, 'dictionary');

function broken(form: string, record: JsonRecord): readonly string[] {
  return checkingForm(dictionary, present(dictionary.forms.get(form), form)).broken(record);
}

const TIMES = { start: '2026-03-01T10:00:00.000+03:00', end: '2026-03-01T10:40:00.000+03:00', today: '2026-03-01' };
const DAY = { interview_details: { assessment_date: '2026-03-01' } };

describe('the checks of the shipped dictionary', () => {
  it('know an interview that cannot have been', () => {
    expect(broken('protection_monitoring', { ...TIMES, ...DAY })).toEqual([]);
    expect(broken('protection_monitoring', { ...TIMES, ...DAY, end: '2026-03-01T09:59:59.000+03:00' })).toEqual([
      'ended_before_it_began',
      'interview_too_short',
    ]);
    expect(broken('protection_monitoring', { ...TIMES, ...DAY, end: '2026-03-01T14:00:01.000+03:00' })).toEqual([
      'interview_too_long',
    ]);
    expect(broken('protection_monitoring', { ...TIMES, ...DAY, today: '2026-03-03' })).toEqual([
      'filled_on_another_day',
    ]);
  });

  it('know a household that does not go together', () => {
    const member = [
      { mem_identity: { mem_relationship: 'head', mem_age: '11' } },
      { mem_identity: { mem_relationship: 'spouse', mem_age: '14' } },
    ];
    const registration = {
      hh_size: '3',
      hh_members_listed: '2',
      hh_children_u5: '3',
      member,
      residence: { admin3: 'a3' },
      displacement_section: { origin_admin3: 'a3' },
    };
    expect(broken('household_registration', { ...TIMES, ...DAY, registration })).toEqual([
      'roster_is_not_whole',
      'under_five_exceed_household',
      'no_adult',
      'head_under_twelve in member 1',
      'spouse_under_fifteen in member 2',
      'displaced_within_the_same_place',
    ]);
  });

  it('say nothing of a household that refused', () => {
    expect(broken('household_registration', { ...TIMES, ...DAY })).toEqual([]);
  });

  it('know figures of a site that do not go together', () => {
    const assessment = {
      previous_idp_ind: '100',
      idp_section: {
        idp_numbers: { loc_idp_hh: '20', loc_idp_ind: '301' },
        idp_sex_age: { loc_idp_f_0_4: '100', loc_idp_m_0_4: '100' },
      },
      returnee_section: { loc_ret_hh: '1', loc_ret_ind: '16' },
      departure_section: { loc_dep_ind: '101' },
    };
    expect(broken('location_assessment', { ...TIMES, ...DAY, assessment })).toEqual([
      'idp_groups_add_up',
      'idp_households_too_large',
      'returnee_households_too_large',
      'many_small_children',
      'changed_since_last_round',
      'more_left_than_lived_there',
      'loc_idp_ind',
      'loc_ret_ind',
    ]);
  });
});
