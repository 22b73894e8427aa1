import { describe, expect, test } from 'vitest';
import { alike, household } from './forms.ts';
import { formOf, readCsv } from './tables.ts';

describe('a heading names a question', () => {
  test.each([
    ['by its name', 'size'],
    ['by its path', 'hh/size'],
    ['with points between groups', 'hh.size'],
    ['with hyphens, as ODK Central does', 'hh-size'],
    ['with colons', 'hh:size'],
    ['in other letters, with blanks', ' HH / Size '],
    ['by its label', 'How many people?'],
    ['by its label, with other blanks', 'how  many people? '],
    ['by its label in another language', 'كم؟'],
    ['behind the label of its group', 'Household / family/How many people?'],
    ['behind the label of its group, with points', 'Household / family.How many people?'],
    ['behind the label of its group in another language', 'الأسرة > كم؟'],
    ['by its name behind the label of its group', 'Household / family/size'],
  ])('%s', async (_, heading) => {
    const { answers, told } = await readCsv([household], `site,"${heading}"\nA,4\n`);
    expect(answers).toEqual([{ site: 'A', 'hh/size': '4' }]);
    expect(told).toEqual([]);
  });

  test.each([
    ['with its marks', 'Site **name**'],
    ['without them', 'Site name'],
    ['as HTML', 'Site <b>name</b>'],
  ])('by a label %s', async (_, heading) => {
    expect((await readCsv([household], `${heading},size\nA,4\n`)).answers).toEqual([{ site: 'A', 'hh/size': '4' }]);
  });

  test('by a label with a reference', async () => {
    const { answers } = await readCsv([household], 'site,"Income of ${site}"\nA,4.5\n');
    expect(answers).toEqual([{ site: 'A', income: '4.5' }]);
  });

  test('by the name or the label that an older version of the form has', async () => {
    const older = await formOf('| survey | type | name | label |\n| | integer | persons | How many souls? |\n');
    expect((await readCsv([household, older], 'site,persons\nA,4\n')).answers).toEqual([{ site: 'A', persons: '4' }]);
    expect((await readCsv([household, older], 'site,How many souls?\nA,4\n')).answers).toEqual([
      { site: 'A', persons: '4' },
    ]);
  });
});

test('questions without a column are known to be missing, those of a repeat without a table too', async () => {
  const { missing } = await readCsv([household], 'site,size,agree,needs,loc,day\nA,4,,,,\n');
  expect(missing).toEqual(['income', 'member', 'name', 'age', 'bag', 'inside']);
});

describe('labels that questions share', () => {
  test('are told apart by the order of the form where all are there', async () => {
    const { answers, told } = await readCsv([alike], 'Rooms,Rooms,shade\n1,2,rust\n');
    expect(answers).toEqual([{ 'before/rooms': '1', 'after/rooms_2': '2', shade: 'rust' }]);
    expect(told).toEqual([]);
  });

  test.each(['Rooms,Rooms.1', 'Rooms,Rooms (2)', 'Rooms...1,Rooms...2', 'Rooms,Rooms_1'])(
    'are told apart where a program numbered them: %s',
    async (headings) => {
      const { answers } = await readCsv([alike], `${headings},shade\n1,2,rust\n`);
      expect(answers).toEqual([{ 'before/rooms': '1', 'after/rooms_2': '2', shade: 'rust' }]);
    },
  );

  test('are told and not guessed where one is missing', async () => {
    const { answers, told } = await readCsv([alike], 'Rooms,shade\n1,rust\n');
    expect(answers).toEqual([{ Rooms: '1', shade: 'rust' }]);
    expect(told).toEqual([
      'shared-heading column A: "Rooms" (column A) can be any of 2 questions: "before/rooms" and "after/rooms_2".',
    ]);
  });

  test('are told apart by the name of another', async () => {
    const { answers } = await readCsv([alike], 'after/rooms_2,Rooms\n1,2\n');
    expect(answers).toEqual([{ 'after/rooms_2': '1', 'before/rooms': '2' }]);
  });

  test('columns of choices follow their question', async () => {
    const { answers } = await readCsv(
      [alike],
      'Lacks,Lacks/Food,Lacks/Bed,Lacks,Lacks/Food,Lacks/Bed\nFood,1,0,Bed,0,1\n',
    );
    expect(answers).toEqual([{ 'before/lacks': 'food', 'after/lacks_2': 'bed' }]);
  });

  test('columns of choices alone are told apart by their order', async () => {
    const { answers } = await readCsv([alike], 'Lacks/Food,Lacks/Bed,Lacks/Food,Lacks/Bed\n1,0,0,1\n');
    expect(answers).toEqual([{ 'before/lacks': 'food', 'after/lacks_2': 'bed' }]);
  });
});

describe('columns that are no questions', () => {
  test('are kept and told once, with a likely name', async () => {
    const { answers, told } = await readCsv([household], 'site,sizes,weight\nA,4,0.5\nB,,0.7\n');
    expect(answers).toEqual([
      { site: 'A', sizes: '4', weight: '0.5' },
      { site: 'B', weight: '0.7' },
    ]);
    expect(told).toEqual([
      'unknown-data-column column B: No question of the form is called "sizes" (column B); one row has something there. Did you mean "size"?',
      'unknown-data-column column C: No question of the form is called "weight" (column C); 2 rows have something there.',
    ]);
  });

  test('are kept without a heading', async () => {
    const { answers, told } = await readCsv([household], 'site,,size,\nA,look,4,\n');
    expect(answers).toEqual([{ site: 'A', 'column B': 'look', 'hh/size': '4' }]);
    expect(told).toEqual(['unknown-data-column column B: Column B has no heading, but one row has something there.']);
  });

  test('do no harm by their names', async () => {
    const { answers } = await readCsv([household], 'site,__proto__,constructor,toString\nA,x,y,z\n');
    expect(JSON.stringify(answers)).toBe('[{"site":"A","__proto__":"x","constructor":"y","toString":"z"}]');
    expect(Object.getPrototypeOf(answers[0])).toBe(Object.prototype);
  });

  test('never take the place of the entries of a repeat', async () => {
    const { answers } = await readCsv([household], 'site,member,member[1]/age\nA,three,4\n');
    expect(answers).toEqual([{ site: 'A', 'member (2)': 'three', member: [{ 'member/age': '4' }] }]);
  });

  test('are known as those of KoboToolbox', async () => {
    const headings = 'site,_id,_uuid,_submission_time,_validation_status,__version__,meta/rootUuid,_index';
    const { answers, told } = await readCsv([household], `${headings}\nA,1,u,2024-05-01T10:00:00,Approved,v1,r,1\n`);
    expect(answers).toEqual([
      {
        site: 'A',
        _id: '1',
        _uuid: 'u',
        _submission_time: '2024-05-01T10:00:00',
        _validation_status: 'Approved',
        __version__: 'v1',
        'meta/rootUuid': 'r',
      },
    ]);
    expect(told).toEqual([]);
  });

  test('are known as those of ODK Central, as its OData has them', async () => {
    const headings = 'SubmissionDate,site,hh-size,meta-instanceID,KEY,SubmitterName,ReviewState,FormVersion';
    const { answers, told } = await readCsv([household], `${headings}\n2024-05-01,A,4,uuid:1,uuid:1,Ann,approved,7\n`);
    expect(answers).toEqual([
      {
        __system: { submissionDate: '2024-05-01', submitterName: 'Ann', reviewState: 'approved', formVersion: '7' },
        site: 'A',
        'hh/size': '4',
        'meta/instanceID': 'uuid:1',
        __id: 'uuid:1',
      },
    ]);
    expect(told).toEqual([]);
  });
});

describe('columns that mean the same', () => {
  test('are told; what is equal is kept once', async () => {
    const { answers, told } = await readCsv([household], 'site,size,hh/size\nA,4,4\n');
    expect(answers).toEqual([{ site: 'A', 'hh/size': '4' }]);
    expect(told).toEqual([
      'repeated-column column C: "size" (column B) and "hh/size" (column C) are the same question; what stands in them is equal.',
    ]);
  });

  test('keep what differs', async () => {
    const { answers, told } = await readCsv([household], 'site,size,size\nA,4,5\nB,4,4\nC,,6\n');
    expect(answers).toEqual([
      { site: 'A', 'hh/size': '4', 'hh/size (2)': '5' },
      { site: 'B', 'hh/size': '4' },
      { site: 'C', 'hh/size (2)': '6' },
    ]);
    expect(told).toEqual([
      'repeated-column column C: The heading "size" stands over the columns B and C; 2 rows differ, and what stands in column C is kept as "hh/size (2)".',
    ]);
  });
});

describe('rows that belong to the headings', () => {
  test('HXL tags', async () => {
    const { answers, told } = await readCsv([household], 'site,size\n#loc+name,#inhabitants\nA,4\n');
    expect(answers).toEqual([{ site: 'A', 'hh/size': '4' }]);
    expect(told).toEqual(['heading-rows row 2: Row 2 is passed over: HXL tags stand there.']);
  });

  test('labels below names', async () => {
    const { submissions, told } = await readCsv([household], 'site,size\nSite name,How many people?\nA,4\n');
    expect(submissions).toEqual([{ number: 1, line: 3, answers: { site: 'A', 'hh/size': '4' } }]);
    expect(told).toEqual([
      'heading-rows row 2: Row 2 is passed over: the headings stand there a second time, as names or labels.',
    ]);
  });

  test('a title above', async () => {
    const { answers, told } = await readCsv([household], 'Survey of May,\n\nsite,size\nA,4\n');
    expect(answers).toEqual([{ site: 'A', 'hh/size': '4' }]);
    expect(told).toEqual(['heading-rows row 1: Row 1 is passed over: the row of headings stands below.']);
  });
});

test('questions without a column are told as a list', async () => {
  const { findings } = await readCsv([household], 'site,size\nA,4\n');
  expect(findings.map(({ message }) => message)).toEqual([
    '6 questions and repeats of the form are in none of the tables: "hh/agree", "hh/needs", "loc", "day", "income" and 1 more.',
  ]);
});

test('a table of another form is not read', async () => {
  const { answers, told } = await readCsv([household], 'a,b\n1,2\n');
  expect(answers).toEqual([]);
  expect(told).toEqual(['table-not-read : "data" is not read: none of its headings is a question of the form.']);
});
