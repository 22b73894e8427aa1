import { settingsColumns } from '../../vocabulary/settings.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { Key } from './key.ts';
import { kindWords, shapeWords } from './kind-words.ts';
import { markdownTable } from './reference-table.ts';
import { sectionDocs, type Thing, things } from './things.ts';
import { columnKeys, meaningKeys } from './variable-keys.ts';

const INTRO = `# The dictionary language

A dictionary is a folder of YAML files. Its manifest, \`dictionary.yaml\`, says what it is; every other file holds
sections, and a name is defined once in its section. Words that XLSForm has keep their XLSForm name and meaning: what
you know from the survey sheet you can write here. Every value is text as typed: \`07\`, \`1.10\` and \`yes\` are never
converted. A key without a value removes what it would inherit. A text that holds a blank and #, or that begins with
one of \`[ { * & ! | > % @\`, stands in quotes.`;

/** The reference of the language as Markdown: from the same tables as the decoder, so that both say the same. */
export function languageReference(): string {
  return (
    [
      INTRO,
      '## Sections of a file',
      markdownTable(
        ['section', 'meaning'],
        Object.entries(sectionDocs).map(([name, doc]) => [code(name), doc]),
      ),
      '## Kinds of value',
      markdownTable(['value', 'how it is written'], kindRows()),
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
  const isVariable = thing.title === 'Variable';
  const own = thing.keys.filter((key) => !isShared(key));
  return [
    `## ${thing.title}`,
    thing.intro,
    `\`\`\`yaml\n${thing.sample}\n\`\`\``,
    keyTable(own),
    ...(isVariable ? sharedTables() : sharedSentence(thing.keys)),
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
  const types = [...questionTypes].filter(([, { metadata }]) => !metadata).map(([word]) => code(word));
  return [
    `The types: ${types.join(', ')}.`,
    `### ${COLUMNS}`,
    'Every column of the survey sheet is a key of the same name.',
    keyTable(columnKeys),
    `### ${MEANING}`,
    'These keys are for whoever plans, checks, protects and reads the data.',
    keyTable(meaningKeys),
  ];
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
    'Under `settings:` of a form: any column of the settings sheet. What stands here wins over what Lexiform would write.',
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
