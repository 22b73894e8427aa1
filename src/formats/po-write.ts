/** A text with its translation, as gettext has it. */
export interface PoEntry {
  /** Which text it is: `msgctxt`. */
  readonly context: string;
  readonly source: string;
  readonly target: string;
  /** What the source said before. */
  readonly before?: string | undefined;
  /** What is said to the translator, a line each. */
  readonly notes: readonly string[];
  /** The file that the text stands in. */
  readonly file: string;
  /** Whether the translation may not fit any more. */
  readonly isFuzzy: boolean;
}

export interface PoHeader {
  readonly project: string;
  readonly language: string;
}

/** A gettext file (`.po`). The same entries give the same bytes at any time. */
export function writePo({ project, language }: PoHeader, entries: readonly PoEntry[]): string {
  const header = [
    `Project-Id-Version: ${project}`,
    `Language: ${language.replaceAll('-', '_')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    'X-Generator: Lexiform',
  ];
  const first = `${keyword('msgid', '')}${keyword('msgstr', header.map((line) => `${line}\n`).join(''))}`;
  return [first, ...entries.map(entryText)].join('\n');
}

function entryText({ context, source, target, before, notes, file, isFuzzy }: PoEntry): string {
  return [
    ...notes.flatMap((note) => note.split('\n').map((line) => `#. ${line}\n`)),
    `#: ${fileReference(file)}\n`,
    isFuzzy ? '#, fuzzy\n' : '',
    before === undefined ? '' : keyword('msgid', before).replaceAll(/^/gm, '#| ').replace(/#\| $/, ''),
    keyword('msgctxt', context),
    keyword('msgid', source),
    keyword('msgstr', target),
  ].join('');
}

/** Names with blanks stand between two marks, as gettext 0.22 and later write them. */
function fileReference(file: string): string {
  return file.includes(' ') ? `\u2068${file}\u2069` : file;
}

/** A text of several lines stands in a line of the file each. */
function keyword(word: string, text: string): string {
  const lines = text.split(/(?<=\n)/);
  if (lines.length < 2 && !text.endsWith('\n')) return `${word} ${quoted(text)}\n`;
  return [`${word} ""`, ...lines.map(quoted)].map((line) => `${line}\n`).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"\n\t\r]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
}
