import type { Location, SourceText } from '../core/location.ts';
import type { Range } from '../core/range.ts';
import type { Report } from '../diagnostics/collector.ts';
import { quote } from '../diagnostics/quote.ts';
import { cellText } from '../formats/cell-text.ts';
import { type PoRead, readPo } from '../formats/po-read.ts';
import { writePo } from '../formats/po-write.ts';
import { decode } from '../source/decode.ts';
import type { Language } from '../model/dictionary.ts';
import type { Delivered } from './delivered.ts';
import type { DeliveredFile } from './read-workbook.ts';
import type { TranslationRow } from './row.ts';
import { roomNote, stampIn, stampNote } from './notes.ts';

/** The texts as a gettext file: what is stale is marked fuzzy. */
export function translatorPo(rows: readonly TranslationRow[], project: string, target: Language): string {
  const entries = rows.map(({ path, context, source, before, target: text, state, room, stamp, unit }) => ({
    context: path,
    source: cellText(source),
    target: cellText(text),
    before: before === undefined ? undefined : cellText(before),
    notes: [context, roomNote(room), stampNote(stamp)],
    file: unit.source.location.source.path,
    isFuzzy: state === 'stale',
  }));
  return writePo({ project, language: target.tag }, entries);
}

/** The entries of a gettext file that came back. */
export function readTranslatorPo({ name, bytes, target }: DeliveredFile, report: Report): readonly Delivered[] {
  const { source } = decode(name, bytes);
  const { header, entries, broken } = readPo(source.text);
  const refuse = (at: Range, problem: string, help: string): readonly Delivered[] => {
    report('translation-file', place(source, at), { problem, help });
    return [];
  };
  const language = header.get('language')?.replaceAll('_', '-') ?? '';
  if (language !== '' && language.toLowerCase() !== target.tag.toLowerCase())
    return refuse(
      { start: 0, end: 0 },
      `${quote(name)} is in the language ${quote(language)}.`,
      `Import it with --language ${language}, or correct Language: in its header.`,
    );
  if (broken)
    report('translation-file', place(source, broken), {
      problem: 'This line is none of a gettext file.',
      help: 'Correct it, and import again. The other entries were looked at.',
    });
  return entries.map((entry) => deliveredOf(entry, source));
}

function deliveredOf(entry: PoRead, source: SourceText): Delivered {
  const { context, source: text, target, notes, comments, isFuzzy, at } = entry;
  return {
    path: context,
    source: text,
    target,
    confirmed: isFuzzy ? 'no' : 'if stale',
    isUnfinished: isFuzzy,
    comment: comments.join(' '),
    stamp: stampIn(notes),
    at: {
      path: place(source, at.context),
      source: place(source, at.source),
      target: place(source, at.target),
      comment: place(source, { start: at.entry.start, end: at.context.start }),
    },
  };
}

function place(source: SourceText, { start, end }: Range): Location {
  return { kind: 'text', source, start, end };
}
