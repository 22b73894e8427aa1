import type { Location, SourceText } from '../core/location.ts';
import type { Report } from '../diagnostics/collector.ts';
import { quote } from '../diagnostics/quote.ts';
import { readXml, type XmlAttributes, type XmlHandler } from '../formats/xml-read.ts';
import { Refused } from '../formats/xlsx-problem.ts';
import { decode } from '../source/decode.ts';
import type { Delivered } from './delivered.ts';
import { stampIn } from './notes.ts';
import type { DeliveredFile } from './read-workbook.ts';

interface UnitDraft {
  path: string;
  notes: string[];
  comments: string[];
  data: Map<string, string>;
  segments: SegmentDraft[];
}

interface SegmentDraft {
  source: string;
  target: string | undefined;
  state: string;
}

/** The units of an XLIFF file that came back, in however many segments a tool has cut each. */
export function readTranslatorXliff({ name, bytes, target }: DeliveredFile, report: Report): readonly Delivered[] {
  const { source } = decode(name, bytes);
  const reader = new XliffReader();
  const refuse = (problem: string, help: string): readonly Delivered[] => {
    report('translation-file', { kind: 'text', source, start: 0, end: 0 }, { problem, help });
    return [];
  };
  try {
    readXml({ name, bytes }, reader, () => undefined);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refuse(`${quote(name)} is no proper XML.`, 'Ask for the file anew: it was damaged on the way.');
  }
  const { version, trgLang = '' } = reader.root;
  if (version === undefined || !version.startsWith('2.'))
    return refuse(`${quote(name)} is no XLIFF 2 file.`, 'Save it as XLIFF 2.0, as it was exported.');
  if (trgLang !== '' && trgLang.toLowerCase() !== target.tag.toLowerCase())
    return refuse(`${quote(name)} is in the language ${quote(trgLang)}.`, `Import it with --language ${trgLang}.`);
  return reader.units.map((unit) => deliveredOf(unit, source));
}

class XliffReader implements XmlHandler {
  root: XmlAttributes = {};
  readonly units: UnitDraft[] = [];
  private readonly ways: { readonly name: string; readonly attributes: XmlAttributes }[] = [];
  private collected = '';

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 1) this.root = attributes;
    this.ways.push({ name, attributes });
    if (name === 'unit')
      this.units.push({
        path: attributes['name'] ?? attributes['id'] ?? '',
        notes: [],
        comments: [],
        data: new Map(),
        segments: [],
      });
    if (name === 'segment' || name === 'ignorable')
      this.unit?.segments.push({
        source: '',
        target: undefined,
        state: name === 'segment' ? (attributes['state'] ?? 'initial') : '',
      });
    if (['note', 'data', 'source', 'target'].includes(name)) this.collected = '';
    if (name === 'ph') this.collected += this.codeOf(attributes);
    if (name === 'cp')
      this.collected += String.fromCodePoint(Number.parseInt(attributes['hex'] ?? 'FFFD', 16) || 0xfffd);
  }

  text(text: string): void {
    this.collected += text;
  }

  close(): void {
    const { name, attributes } = this.ways.pop() ?? { name: '', attributes: {} };
    const { unit } = this;
    const segment = unit?.segments.at(-1);
    if (name === 'data') unit?.data.set(attributes['id'] ?? '', this.collected);
    if (name === 'note' && isOurs(attributes)) unit?.notes.push(this.collected);
    else if (name === 'note' && this.collected.trim() !== '') unit?.comments.push(this.collected.trim());
    if (segment && name === 'source') segment.source = this.collected;
    if (segment && name === 'target') segment.target = this.collected;
  }

  /** What a code stands for; a tool may have thrown the data of it away. */
  private codeOf({ dataRef, equiv, disp }: XmlAttributes): string {
    return this.unit?.data.get(dataRef ?? '') ?? equiv ?? disp ?? '';
  }

  private get unit(): UnitDraft | undefined {
    return this.units.at(-1);
  }
}

const OURS: ReadonlySet<string> = new Set(['context', 'room', 'source before', 'lexiform']);

function isOurs({ category }: XmlAttributes): boolean {
  return category !== undefined && OURS.has(category);
}

function deliveredOf({ path, notes, comments, segments }: UnitDraft, source: SourceText): Delivered {
  const at = placeOf(path, source);
  const isDone = segments.every(({ state }) => state !== 'initial');
  const isWritten = segments.some(({ target }) => target !== undefined);
  return {
    path,
    source: segments.map((segment) => segment.source).join(''),
    target: isWritten
      ? segments.map((segment) => segment.target ?? (segment.state === '' ? segment.source : '')).join('')
      : '',
    confirmed: isDone ? 'if stale' : 'no',
    isUnfinished: false,
    comment: comments.join(' '),
    stamp: stampIn(notes),
    at: { path: at, source: at, target: at, comment: at },
  };
}

/** The beginning of the unit: what reads XML does not say where it is. */
function placeOf(path: string, source: SourceText): Location {
  const words = `name="${path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}"`;
  const start = Math.max(0, source.text.indexOf(words));
  return { kind: 'text', source, start, end: start === 0 ? 0 : start + words.length };
}
