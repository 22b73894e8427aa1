import { describe, expect, test } from 'vitest';
import { alike, household } from './forms.ts';
import { readCsv } from './tables.ts';

describe('labels become codes', () => {
  test('of a select_one', async () => {
    const { answers } = await readCsv([household], 'site,Do you agree?\nA,Yes\nB,لا\nC,yes\nD,1\nE,maybe\n');
    expect(answers.map((each) => each['hh/agree'])).toEqual(['1', '0', '1', '1', 'maybe']);
  });

  test('of a select_multiple, though labels have blanks in them', async () => {
    const rows = ['Food', 'Drinking water Food', 'Water Drinking water', 'food wash', 'Food nonsense', 'Food; Water'];
    const { answers } = await readCsv([household], `site,needs\n${rows.map((row) => `A,${row}`).join('\n')}\n`);
    expect(answers.map((each) => each['hh/needs'])).toEqual([
      'food',
      'water food',
      'wash water',
      'food wash',
      'Food nonsense',
      'food wash',
    ]);
  });

  test('but not where several codes have the label: that is told once for the column', async () => {
    const { answers, told } = await readCsv([alike], 'Rooms,Rooms,Shade\n1,2,Blue\n1,2,Red\n1,2,Blue\n');
    expect(answers.map(({ shade }) => shade)).toEqual(['Blue', 'rust', 'Blue']);
    expect(told).toEqual([
      'shared-choice-label column C: 2 rows of column C ("Shade") have a label that more than one code of the list has.',
    ]);
  });
});

describe('columns of choices', () => {
  test.each([
    ['names', 'needs/food,needs/water,needs/wash', '1,0,1'],
    ['paths and points', 'hh.needs.food,hh.needs.water,hh.needs.wash', '1,0,1'],
    ['labels', 'What do you need?/Food,What do you need?/Drinking water,What do you need?/Water', '1,0,1'],
    ['words for yes and no', 'needs/food,needs/water,needs/wash', 'TRUE,FALSE,True'],
    ['points of Python', 'needs/food,needs/water,needs/wash', '1.0,0.0,1.0'],
    ['underscores', 'needs_food,needs_water,needs_wash', '1,0,1'],
  ])('make the answer: %s', async (_, headings, cells) => {
    const { answers, told } = await readCsv([household], `site,${headings}\nA,${cells}\nB,,,\nC,0,0,0\n`);
    expect(answers).toEqual([{ site: 'A', 'hh/needs': 'food wash' }, { site: 'B' }, { site: 'C' }]);
    expect(told).toEqual([]);
  });

  test('agree with the column of their question in any order', async () => {
    const { answers, told } = await readCsv([household], 'needs,needs/food,needs/water,needs/wash\nwater food,1,1,\n');
    expect(answers).toEqual([{ 'hh/needs': 'water food' }]);
    expect(told).toEqual([]);
  });

  test('disagree with it', async () => {
    const { answers, told } = await readCsv([household], 'needs,needs/food,needs/water\nfood,0,1\n,1,0\n');
    expect(answers).toEqual([{ 'hh/needs': 'food' }, { 'hh/needs': 'food' }]);
    expect(told).toEqual([
      'one-hot-differs row 2: The column of "needs" and those of its choices disagree about 2 choices. The column of the question counts.',
      'one-hot-differs row 3: The column of "needs" and those of its choices disagree about one choice. The column of the question is empty, so the others count.',
    ]);
  });

  test('of a code that no version of the form has are read as they are', async () => {
    const { answers } = await readCsv([household], 'site,needs/food,needs/tents\nA,0,1\n');
    expect(answers).toEqual([{ site: 'A', 'hh/needs': 'tents' }]);
  });
});

describe('geopoints in parts', () => {
  test.each([
    ['KoboToolbox', '_loc_latitude,_loc_longitude,_loc_altitude,_loc_precision'],
    ['KoboToolbox, labels', '_Where?_latitude,_Where?_longitude,_Where?_altitude,_Where?_precision'],
    ['ODK Central', 'loc-Latitude,loc-Longitude,loc-Altitude,loc-Accuracy'],
  ])('of %s', async (_, headings) => {
    const { answers, told } = await readCsv(
      [household],
      `site,${headings}\nA,1.5,-2.25,300,4.2\nB,1,2,,\nC,1,2,,5\nD,,,,\nE,1,,,\n`,
    );
    expect(answers.map(({ loc }) => loc)).toEqual(['1.5 -2.25 300 4.2', '1 2', '1 2 0 5', undefined, '1']);
    expect(told).toEqual([]);
  });

  test('do not count beside the whole', async () => {
    const { answers } = await readCsv([household], 'loc,_loc_latitude,_loc_longitude\n1.5 2.5 0 0,1.5,2.5\n,3,4\n');
    expect(answers.map(({ loc }) => loc)).toEqual(['1.5 2.5 0 0', '3 4']);
  });
});

describe('what stands for nothing', () => {
  test('a word in cells where it can be no answer is one for empty cells in the whole table, and told', async () => {
    const { answers, told } = await readCsv([household], 'site,size,agree\nNA,NA,1\nB,4,NA\n');
    expect(answers).toEqual([{ 'hh/agree': '1' }, { site: 'B', 'hh/size': '4' }]);
    expect(told).toEqual(['blank-words : "NA" stands in 3 cells where nothing was answered.']);
  });

  test('but a text may say it', async () => {
    const { answers, told } = await readCsv([household], 'site,size\nNA,5\n');
    expect(answers).toEqual([{ site: 'NA', 'hh/size': '5' }]);
    expect(told).toEqual([]);
  });

  test('blanks', async () => {
    expect((await readCsv([household], 'site,size\nA,  \n" ",4\n')).answers).toEqual([
      { site: 'A' },
      { 'hh/size': '4' },
    ]);
  });
});

test('what people typed is left as it is', async () => {
  const { answers } = await readCsv([household], 'site,size,day,income\nA,٤,31.12.2024,"1,5"\nB,5.0,2024-05-01,5.0\n');
  expect(answers).toEqual([
    { site: 'A', 'hh/size': '٤', day: '31.12.2024', income: '1,5' },
    { site: 'B', 'hh/size': '5', day: '2024-05-01', income: '5.0' },
  ]);
});
