import { specials } from '../../model/code-list.ts';
import { keys } from './key.ts';

export const codeListKeys = keys([
  { name: 'label', kind: 'text', doc: 'What the list is called.', example: 'Shelter type' },
  { name: 'definition', kind: 'text', doc: 'What the list is for.', example: 'Where a household sleeps.' },
  {
    name: 'codes',
    kind: 'entry',
    holds: 'codes',
    doc: 'The codes with their labels, in order.',
    example: '{ f: Female, m: Male }',
  },
  { name: 'include', kind: 'names', doc: 'Lists whose codes follow at the end.', example: '[nonresponse]' },
  { name: 'attributes', kind: 'names', doc: 'Further columns, for choice_filter.', example: '[permanence]' },
  {
    name: 'file',
    kind: 'name',
    doc: 'A CSV file with the columns name, label, special, exclusive, retired, and any attribute.',
    example: 'admin2.csv',
  },
  {
    name: 'parent',
    kind: 'map',
    holds: 'list parent',
    doc: 'The list above, and the column that links to it.',
    example: '{ codelist: admin1, column: admin1 }',
  },
  {
    name: 'delivery',
    kind: 'choice',
    values: ['inline', 'external'],
    doc: 'In the choices sheet, or as a CSV file; left out: a file above 500 codes.',
    example: 'external',
  },
  {
    name: 'country',
    kind: 'choice',
    values: ['fixed', 'extend', 'replace'],
    doc: 'What a country may do with the list; left out: fixed.',
    example: 'extend',
  },
  { name: 'as', kind: 'name', doc: 'The name of the list in the workbook, where that must differ.', example: 'div_' },
  { name: 'lock', kind: 'names', doc: 'What a country may not change.', example: 'all' },
  { name: 'open', kind: 'names', doc: 'What a country may change all the same.', example: '[label]' },
  { name: 'source', kind: 'cells', doc: 'The standard that the list comes from.', example: '{ standard: JMP }' },
]);

export const listParentKeys = keys([
  { name: 'codelist', kind: 'name', doc: 'The list above.', example: 'admin1', required: true },
  { name: 'column', kind: 'name', doc: 'The column that holds its code.', example: 'admin1', required: true },
]);

export const codeKeys = keys([
  { name: 'label', kind: 'text', doc: 'The answer as it is read out or shown.', example: 'Female' },
  { name: 'definition', kind: 'text', doc: 'What the code means.', example: 'As stated by the person.' },
  { name: 'image', kind: 'text', doc: 'An image shown with the answer.', example: 'tent.png' },
  { name: 'big-image', kind: 'text', doc: 'A larger image.', example: 'tent-large.png' },
  { name: 'audio', kind: 'text', doc: 'A sound played with the answer.', example: 'tent.mp3' },
  { name: 'video', kind: 'text', doc: 'A film shown with the answer.', example: 'tent.mp4' },
  {
    name: 'special',
    kind: 'choice',
    values: specials,
    doc: 'For a code that is no ordinary answer: what it stands for.',
    example: 'dont_know',
  },
  { name: 'exclusive', kind: 'flag', doc: 'Whether it cannot stand beside another answer.', example: 'yes' },
  { name: 'retired', kind: 'name', doc: 'The version since which it is not offered.', example: '1.3.0' },
  {
    name: 'columns',
    kind: 'cells',
    doc: 'Columns of the choices sheet whose headings are words of the language.',
    example: '{ special: dont_know }',
  },
]);

/** In a sequence of codes each says its own code. */
export const codeRowKeys = [
  { name: 'code', kind: 'name', doc: 'The code.', example: 'f', required: true },
  ...codeKeys,
] as const;
