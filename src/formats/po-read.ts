import type { Range } from '../core/range.ts';

/** An entry of a gettext file, with the places of its parts. */
export interface PoRead {
  readonly context: string;
  readonly source: string;
  readonly target: string;
  /** Lines that the program wrote for translators (`#.`). */
  readonly notes: readonly string[];
  /** Lines that translators wrote themselves (`# `). */
  readonly comments: readonly string[];
  readonly isFuzzy: boolean;
  readonly at: { readonly entry: Range; readonly context: Range; readonly source: Range; readonly target: Range };
}

/** What a gettext file holds; `broken` is the place of the first line that is none of gettext's, where there is one. */
export interface PoFile {
  /** The lines of the header, by their names in small letters. */
  readonly header: ReadonlyMap<string, string>;
  readonly entries: readonly PoRead[];
  readonly broken: Range | undefined;
}

type Word = 'msgctxt' | 'msgid' | 'msgstr';

interface Part extends Range {
  readonly text: string;
}

/** An entry that is being read. */
class Draft {
  readonly parts = new Map<Word, Part>();
  readonly notes: string[] = [];
  readonly comments: string[] = [];
  isFuzzy = false;
  start: number;
  private last: Word | undefined;

  constructor(start: number) {
    this.start = start;
  }

  get isWhole(): boolean {
    return this.parts.has('msgstr');
  }

  begin(word: Word, text: string, at: Range): void {
    this.parts.set(word, { text, ...at });
    this.last = word;
  }

  /** A line in quotes goes on with what stands above it. */
  goOn(text: string, end: number): boolean {
    const part = this.last === undefined ? undefined : this.parts.get(this.last);
    if (!part || this.last === undefined) return false;
    this.parts.set(this.last, { text: part.text + text, start: part.start, end });
    return true;
  }
}

const KEYWORD = /^(msgctxt|msgid|msgstr(?:\[0\])?)\s+"(.*)"\s*$/s;
const MORE = /^"(.*)"\s*$/s;

/** Reads a gettext file (`.po`). Plural forms are left alone: no text of a form has any. Entries set aside (`#~`) are no entries. */
export function readPo(text: string): PoFile {
  const entries: PoRead[] = [];
  let header: ReadonlyMap<string, string> = new Map();
  let broken: Range | undefined;
  let draft = new Draft(0);
  const finish = (end: number): void => {
    const entry = draft.isWhole ? asEntry(draft, end) : undefined;
    if (entry && entry.source === '' && entry.context === '') header = headerOf(entry.target);
    else if (entry) entries.push(entry);
    draft = new Draft(end);
  };
  for (const line of linesOf(text)) {
    if ((line.text === '' || /^(?:#|msgctxt|msgid)/.test(line.text)) && draft.isWhole) finish(line.start);
    if (!takeLine(line, draft)) broken ??= line;
  }
  finish(text.length);
  return { header, entries, broken };
}

interface PoLine extends Range {
  readonly text: string;
}

function* linesOf(text: string): Generator<PoLine> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { text: text.slice(start, end).trim(), start, end };
    start = end + 1;
  }
}

/** Takes what a line says into the entry; false for a line that says nothing to gettext. */
function takeLine({ text, start, end }: PoLine, draft: Draft): boolean {
  if (text === '') return true;
  if (text.startsWith('#')) {
    takeComment(text, draft);
    return true;
  }
  const [, word, first] = KEYWORD.exec(text) ?? [];
  if (word !== undefined && first !== undefined) {
    draft.begin(word.replace('[0]', '') as Word, unescaped(first), { start, end });
    return true;
  }
  const [, more] = MORE.exec(text) ?? [];
  if (more !== undefined) return draft.goOn(unescaped(more), end);
  return /^msg(?:id_plural|str\[)/.test(text);
}

function takeComment(text: string, draft: Draft): void {
  if (text.startsWith('#.')) draft.notes.push(text.slice(2).trim());
  else if (text.startsWith('#,')) draft.isFuzzy ||= /\bfuzzy\b/.test(text);
  else if (!/^#[:|~=]/.test(text) && text.slice(1).trim() !== '') draft.comments.push(text.slice(1).trim());
}

function asEntry({ parts, notes, comments, isFuzzy, start }: Draft, end: number): PoRead {
  const none = { text: '', start, end: start };
  const [context, source, target] = [
    parts.get('msgctxt') ?? none,
    parts.get('msgid') ?? none,
    parts.get('msgstr') ?? none,
  ];
  const at = { entry: { start, end }, context, source, target };
  return { context: context.text, source: source.text, target: target.text, notes, comments, isFuzzy, at };
}

function headerOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, sign: string) => SIGNS[sign] ?? sign);
}
