import { expect, test } from 'vitest';
import { presentSelect, sectionRow } from '../../src/vocabulary/workbook-types.ts';

test.each([
  ['begin_group', { end: false, type: 'group', list: undefined }],
  ['begin group', { end: false, type: 'group', list: undefined }],
  ['begin_group sex', { end: false, type: 'group', list: undefined }],
  ['begin lgroup', { end: false, type: 'repeat', list: undefined }],
  ['begin loop over sex', { end: false, type: 'loop', list: 'sex' }],
  ['begin_loop sex', { end: false, type: 'loop', list: 'sex' }],
  ['end looped group', { end: true, type: 'repeat', list: undefined }],
  ['end_kobomatrix', { end: true, type: 'kobomatrix', list: undefined }],
  ['end_group sex', undefined],
  ['begin__group', undefined],
  ['Begin group', undefined],
])('%s is read as pyxform reads it', (type, row) => {
  expect(sectionRow(type)).toEqual(row);
});

test.each([
  ['select one sex', 'select_one sex'],
  ['select one from sex', 'select_one sex'],
  ['select1 sex or other', 'select_one sex or_other'],
  ['select all that apply from needs or specify other', 'select_multiple needs or_other'],
  ['select one from file places.csv', 'select_one_from_file places.csv'],
  ['select_one sex', undefined],
  ['select multiple needs', undefined],
  ['select one', undefined],
])('%s is the old spelling of %s', (type, present) => {
  expect(presentSelect(type)).toBe(present);
});
