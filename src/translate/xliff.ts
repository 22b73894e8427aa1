import { cellText } from '../formats/cell-text.ts';
import type { Language } from '../model/dictionary.ts';
import { roomNote, stampNote } from './notes.ts';
import type { TranslationRow } from './row.ts';
import type { State } from './state.ts';

/** XLIFF 2.0 (OASIS, 2014); version 2.1 has changed nothing of what stands here. */
export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';

const SEGMENT: Readonly<Record<State, string>> = {
  missing: 'state="initial"',
  stale: 'state="initial" subState="lexiform:stale"',
  'same as source': 'state="translated"',
  translated: 'state="final"',
};

export interface XliffHead {
  readonly project: string;
  readonly source: Language;
  readonly target: Language;
}

/** The texts as an XLIFF file: references are codes that no tool lets a translator change. */
export function translatorXliff(rows: readonly TranslationRow[], { project, source, target }: XliffHead): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF}" version="2.0" srcLang="${source.tag}" trgLang="${target.tag}">`,
    `  <file id="texts" original="${escaped(project)}">`,
    ...rows.flatMap(unitLines),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

function unitLines(row: TranslationRow): readonly string[] {
  const { path, context, source, before, target, state, room, stamp } = row;
  const codes = new Codes();
  const from = codes.encode(source, 'source');
  const to = target === '' ? undefined : codes.encode(target, 'target');
  return [
    `    <unit id="${idOf(path)}" name="${escaped(path)}">`,
    '      <notes>',
    note('context', context),
    note('room', roomNote(room)),
    ...(before === undefined ? [] : [note('source before', before)]),
    note('lexiform', stampNote(stamp)),
    '      </notes>',
    ...codes.data(),
    `      <segment ${SEGMENT[state]}>`,
    `        <source xml:space="preserve">${from}</source>`,
    ...(to === undefined ? [] : [`        <target xml:space="preserve">${to}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

function note(category: string, text: string): string {
  return `        <note category="${category}">${escaped(text)}</note>`;
}

/** An id of XML holds no other letters. */
function idOf(path: string): string {
  return path.replaceAll(/[^A-Za-z0-9._-]/g, (sign) => `:${(sign.codePointAt(0) ?? 0).toString(16)}`);
}

/** `${name}` and `$(name)`, as they stand in a text. */
const REFERENCE = /(\$\{[^}]*\}|\$\([^)]*\))/;

/** The references of a unit: the same one in source and translation has the same id. */
class Codes {
  private readonly words: string[] = [];

  encode(text: string, side: 'source' | 'target'): string {
    const used = new Map<string, number>();
    return cellText(text)
      .split(REFERENCE)
      .map((part, index) => {
        if (index % 2 === 0) return escaped(part);
        const times = used.get(part) ?? 0;
        used.set(part, times + 1);
        return this.code(part, times, side);
      })
      .join('');
  }

  /** The id of the so many-th use of a reference. */
  private code(words: string, times: number, side: 'source' | 'target'): string {
    const known = this.words.flatMap((word, index) => (word === words ? [index] : []))[times];
    const id = (side === 'target' ? known : undefined) ?? this.words.push(words) - 1;
    const shown = escaped(words);
    return `<ph id="${id + 1}" dataRef="d${id + 1}" equiv="${shown}" disp="${shown}" canDelete="no" canCopy="no"/>`;
  }

  data(): readonly string[] {
    if (this.words.length === 0) return [];
    const lines = this.words.map((word, index) => `        <data id="d${index + 1}">${escaped(word)}</data>`);
    return ['      <originalData>', ...lines, '      </originalData>'];
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return cellText(text).replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
