import { settingsColumns } from '../../vocabulary/settings.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { Key } from './key.ts';
import { kindWords, shapeWords } from './kind-words.ts';
import { markdownTable } from './reference-table.ts';
import type { Thing } from './thing.ts';
import { sectionDocs, things } from './things.ts';
import { columnKeys, meaningKeys } from './variable-keys.ts';

const INTRO = [
  'A dictionary is a folder of YAML files. Its manifest, `dictionary.yaml`, says what it is; the other files hold',
  'sections, and a name is defined once in its section. Words that XLSForm has keep their XLSForm name and meaning:',
  'what you know from the survey sheet you can write here.',
  'Every value is text as typed: `07`, `1.10` and `yes` are never converted. A key without a value removes what it would',
  'inherit. A text stands in quotes where it holds a blank before #, or begins with one of `[ { * & ! | > % @`; inside',
  '`{ }` and `[ ]` also where it holds a comma or a brace.',
].join(' ');

const OTHER_WORDS =
  'Any other word in the column “value” names a section below, which shows what stands there. `rows` are a list with the cells of each row, `sheets` a map from the name of a sheet to its rows.';

/** The reference of the language as Markdown: from the same tables as the decoder, so that both say the same. */
export function languageReference(): string {
  return (
    [
      '# The dictionary language',
      wrap(INTRO),
      '## Sections of a file',
      markdownTable(
        ['section', 'meaning'],
        Object.entries(sectionDocs).map(([name, doc]) => [code(name), doc]),
      ),
      '## Kinds of value',
      markdownTable(['value', 'how it is written'], kindRows()),
      wrap(OTHER_WORDS),
      ...things.flatMap(describeThing),
      ...settings(),
    ].join('\n\n') + '\n'
  );
}

/** A value is named by what it holds where that has a section of its own, so these kinds need no word. */
function kindRows(): readonly (readonly string[])[] {
  return Object.entries(kindWords)
    .filter(([kind]) => !['map', 'list', 'entry'].includes(kind))
    .map(([, { word, meaning }]) => [word, meaning]);
}

function describeThing(thing: Thing): readonly string[] {
  const own = thing.keys.filter((key) => !isShared(key));
  return [
    `## ${thing.title}`,
    wrap(thing.intro),
    `\`\`\`yaml\n${thing.sample}\n\`\`\``,
    keyTable(own),
    ...(thing.title === 'Form' ? [wrap(`What the device fills, for metadata: ${typeWords(true)}.`)] : []),
    ...(thing.title === 'Variable' ? sharedTables() : sharedSentence(thing.keys)),
  ];
}

function isShared(key: Key): boolean {
  return among(columnKeys, key) || among(meaningKeys, key);
}

function among(table: readonly Key[], key: Key): boolean {
  return table.includes(key);
}

const COLUMNS = 'Columns of the workbook';
const MEANING = 'What a workbook cannot say';

function sharedTables(): readonly string[] {
  return [
    wrap(`The types: ${typeWords(false)}.`),
    `### ${COLUMNS}`,
    'Every column of the survey sheet is a key of the same name.',
    keyTable(columnKeys),
    `### ${MEANING}`,
    'These keys are for whoever plans, checks, protects and reads the data.',
    keyTable(meaningKeys),
  ];
}

function typeWords(ofDevice: boolean): string {
  const words = [...questionTypes].filter(([, { metadata }]) => (metadata ?? false) === ofDevice);
  return words.map(([word]) => code(word)).join(', ');
}

function sharedSentence(keys: readonly Key[]): readonly string[] {
  const titles = [
    ...(keys.some((key) => among(columnKeys, key)) ? [`“${COLUMNS}”`] : []),
    ...(keys.some((key) => among(meaningKeys, key)) ? [`“${MEANING}”`] : []),
  ];
  return titles.length > 0 ? [`Further keys: those under ${titles.join(' and ')} of the variable.`] : [];
}

function keyTable(keys: readonly Key[]): string {
  return markdownTable(['key', 'value', 'meaning', 'example'], keys.map(keyRow));
}

function keyRow(key: Key): readonly string[] {
  return [code(key.name), valueWord(key), meaningOf(key), code(key.example)];
}

function valueWord({ kind, holds }: Key): string {
  return holds ? shapeWords[holds] : kindWords[kind].word;
}

function meaningOf({ doc, values, required }: Key): string {
  const words = values ? ` One of: ${values.join(', ')}.` : '';
  return `${doc}${words}${required ? ' Required.' : ''}`;
}

function settings(): readonly string[] {
  return [
    '## Settings of a form',
    wrap(
      'Under `settings:` of a form: any column of the settings sheet. What stands here wins over what Lexiform would write.',
    ),
    markdownTable(
      ['column', 'meaning'],
      [...settingsColumns].map(([name, { doc }]) => [code(name), doc]),
    ),
  ];
}

/** A code span; a text that holds a backtick needs two around it. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Lines that a terminal need not break inside a word; a code span with blanks may go over a line's end in Markdown. */
function wrap(text: string, width = 100): string {
  return text.replace(new RegExp(`(?=.{${width + 1},})(.{1,${width}}) `, 'g'), '$1\n');
}
