// A small survey that needs every part of the reference run: groups, a repeat, relevance, a constraint, choices from
// CSV attachments filtered by each other, "specify other", a last calculate, and two languages.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import exceljs from 'exceljs';

const ENGLISH = 'English (en)';
const ARABIC = 'العربية (ar)';

const SURVEY = [
  [
    'type',
    'name',
    ...both('label'),
    'relevant',
    'constraint',
    ...both('constraint_message'),
    'choice_filter',
    'calculation',
    'repeat_count',
    'required',
  ],
  ['today', 'today'],
  ['begin_group', 'location', 'Location', 'الموقع'],
  ['select_one_from_file region.csv', 'region', 'Region', 'الإقليم', '', '', '', '', '', '', '', 'yes'],
  ['select_one_from_file district.csv', 'district', 'District', 'المديرية', '', '', '', '', 'region=${region}'],
  ['end_group'],
  ['select_one yes_no', 'consent', 'Do you agree?', 'هل توافق؟'],
  ['begin_group', 'household', 'Household', 'الأسرة', "${consent} = 'yes'"],
  [
    'integer',
    'hh_size',
    'How many people?',
    'كم عدد الأفراد؟',
    '',
    '. > 0 and . <= 20',
    'Between 1 and 20',
    'بين 1 و 20',
  ],
  ['begin_repeat', 'member', 'Member', 'فرد', '', '', '', '', '', '', '${hh_size}'],
  ['text', 'member_name', 'Name', 'الاسم'],
  ['integer', 'member_age', 'Age of ${member_name}', 'عمر ${member_name}', '', '. < 120', 'Under 120', 'أقل من 120'],
  ['select_one yes_no', 'school', 'At school?', 'في المدرسة؟', '${member_age} < 18'],
  ['end_repeat'],
  ['calculate', 'minors', '', '', '', '', '', '', '', 'count(${member_age}[. < 18])'],
  [
    'select_multiple need',
    'needs',
    'Needs',
    'الاحتياجات',
    '',
    "not(selected(., 'none') and count-selected(.) > 1)",
    'None stands alone',
    'لا شيء وحده',
  ],
  ['text', 'needs_other', 'Which?', 'ما هي؟', "selected(${needs}, 'other')"],
  ['end_group'],
  ['begin_repeat', 'visit', 'Visit', 'زيارة'],
  ['date', 'visit_date', 'Date', 'التاريخ'],
  ['end_repeat'],
  ['calculate', 'stamp', '', '', '', '', '', '', '', "'selftest 1'"],
];

const CHOICES = [
  ['list_name', 'name', ...both('label')],
  ['yes_no', 'yes', 'Yes', 'نعم'],
  ['yes_no', 'no', 'No', 'لا'],
  ['need', 'food', 'Food', 'غذاء'],
  ['need', 'water', 'Water', 'ماء'],
  ['need', 'other', 'Other', 'أخرى'],
  ['need', 'none', 'None', 'لا شيء'],
];

const SETTINGS = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Self-test', 'selftest', '1', ENGLISH],
];

const MEDIA = {
  'region.csv': 'name,label\nn,North\ns,South\n',
  'district.csv': 'name,label,region\nn1,North one,n\nn2,North two,n\ns1,South one,s\n',
};

/** The sheets of the good survey, as rows of cells; a test may change its own copy. */
export function sheets() {
  return structuredClone({ survey: SURVEY, choices: CHOICES, settings: SETTINGS });
}

/** Writes `<folder>/<name>.xlsx` and its media files. */
export async function writeForm(folder, name, content) {
  const book = new exceljs.Workbook();
  for (const [sheet, rows] of Object.entries(content)) book.addWorksheet(sheet).addRows(rows);
  const file = join(folder, `${name}.xlsx`);
  await mkdir(join(dirname(file), 'media'), { recursive: true });
  await book.xlsx.writeFile(file);
  for (const [media, text] of Object.entries(MEDIA)) await writeFile(join(folder, 'media', media), text);
}

function both(column) {
  return [`${column}::${ENGLISH}`, `${column}::${ARABIC}`];
}
