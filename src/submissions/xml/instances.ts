import type { XmlAttributes, XmlHandler } from '../../formats/xml-read.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import type { FormPlace } from '../form-tree.ts';
import { LONGEST } from '../json/cutter.ts';

/** Takes what XML holds. */
export interface Instances {
  readonly submission: (answers: JsonRecord, line: number) => void;
  /** A submission that is longer than any, which is left out. */
  readonly long: (line: number) => void;
  readonly encrypted: (line: number) => void;
  /** What a server says beside its list of submissions. */
  readonly page: (members: JsonRecord) => void;
}

type Answers = Record<string, unknown>;

/**
 * `around`: what servers and tools put around submissions; `member`: what they say beside them; `submission`, and `part` for
 * everything in one.
 */
interface Element {
  role: 'around' | 'member' | 'submission' | 'part';
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly place: FormPlace | undefined;
  readonly line: number;
  answers: Answers | undefined;
  text: string;
}

const AROUND = new Set(['root', 'results', 'submissions', 'submission', 'instances', 'list']);
const MEMBERS = new Set(['count', 'next', 'previous', 'mediaFile']);
const ENTITY = 'entity';
/** What an element costs in memory beside its text. */
const ELEMENT = 100;

/** Makes submissions out of elements: an object for what holds others, a list for what comes more than once or may do so. */
export class InstanceBuilder implements XmlHandler {
  readonly #form: FormPlace;
  readonly #sink: Instances;
  readonly #lineOf: () => number;
  readonly #open: Element[] = [];
  #size = 0;
  /** The first element of the last submission: where reading can begin again after broken XML. */
  rootName: string | undefined;

  constructor(form: FormPlace, sink: Instances, lineOf: () => number) {
    this.#form = form;
    this.#sink = sink;
    this.#lineOf = lineOf;
  }

  /** The line of the submission that is not yet over. */
  get inside(): number | undefined {
    return this.#open.find(({ role }) => role === 'submission')?.line;
  }

  /** The elements around submissions that are open. */
  get around(): readonly string[] {
    return this.#open.filter(({ role }) => role === 'around').map(({ name }) => name);
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#open.at(-1);
    if (parent?.role === 'submission' && isAround(parent) && isSubmission(name, attributes)) parent.role = 'around';
    const role = roleOf(name, attributes, parent);
    if (role === 'submission') this.#begin(name);
    const place = role === 'submission' ? this.#form : parent?.place?.children.get(name);
    this.#size += ELEMENT;
    this.#open.push({ role, name, attributes, place, line: this.#lineOf(), answers: undefined, text: '' });
  }

  text(text: string): void {
    const element = this.#open.at(-1);
    if (!element || element.role === 'around') return;
    this.#size += text.length;
    if (this.#size <= LONGEST) element.text += text;
  }

  close(): void {
    const element = this.#open.pop();
    const parent = this.#open.at(-1);
    if (element?.role === 'submission') this.#finish(element);
    else if (element?.role === 'around' && element.answers) this.#sink.page(element.answers);
    else if (element && parent && this.#size <= LONGEST) addTo(parent, element);
  }

  #begin(name: string): void {
    this.#size = 0;
    this.rootName = name;
  }

  #finish(element: Element): void {
    const { attributes, line } = element;
    if (attributes['encrypted'] === 'yes') this.#sink.encrypted(line);
    else if (this.#size > LONGEST) this.#sink.long(line);
    else this.#sink.submission(Object.assign(attributesOf(element), element.answers), line);
  }
}

/** Whether an element can yet turn out to be no submission: one has an id, and questions in it have none. */
function isAround({ answers, attributes }: Element): boolean {
  return answers === undefined && idOf(attributes) === undefined;
}

function isSubmission(name: string, attributes: XmlAttributes): boolean {
  return name !== ENTITY && idOf(attributes) !== undefined;
}

function idOf(attributes: XmlAttributes): string | undefined {
  return attributes['id'] ?? attributes['id_string'];
}

function roleOf(name: string, attributes: XmlAttributes, parent: Element | undefined): Element['role'] {
  if (parent?.role === 'member') return 'member';
  if (parent && parent.role !== 'around') return 'part';
  if (isSubmission(name, attributes)) return 'submission';
  if (AROUND.has(name)) return 'around';
  return parent && MEMBERS.has(name) ? 'member' : 'submission';
}

function addTo(parent: Element, element: Element): void {
  // The empty entry from which devices make new ones (ODK XForms specification: jr:template).
  if (Object.keys(element.attributes).some((name) => name.endsWith(':template'))) return;
  const { name, place } = element;
  const answers = (parent.answers ??= Object.create(null) as Answers);
  const value = valueOf(element);
  const before = answers[name];
  if (Array.isArray(before)) before.push(value);
  else if (before !== undefined) answers[name] = [before, value];
  else answers[name] = place?.isRepeat ? [value] : value;
}

function valueOf(element: Element): unknown {
  const { name, answers, place, text } = element;
  const holds = answers !== undefined || (place?.children.size ?? 0) > 0 || name === ENTITY;
  if (!holds) return text;
  const own = text.trim();
  return Object.assign(attributesOf(element), answers, own === '' ? {} : { '#text': own });
}

/** Under keys that no question can have. */
function attributesOf({ attributes }: Element): Answers {
  const answers = Object.create(null) as Answers;
  for (const [key, value] of Object.entries(attributes)) {
    if (!key.startsWith('xmlns:')) answers[`@${key.slice(key.indexOf(':') + 1)}`] = value;
  }
  return answers;
}
