import type { Counter, Row } from './state.ts';

export interface Submission {
  readonly id: number;
  readonly root: string;
  readonly submittedBy: string | null;
  /** UTC, without a zone. */
  readonly time: string;
  uuid: string;
  xml: string;
  /** As `/data/` shows it: paths to texts, repeats as lists. */
  answers: Row;
  attachments: Attachment[];
  validation: Row;
  /** Of editions before: they cannot be edited again. */
  formerUuids: string[];
}

export interface Attachment {
  readonly uid: string;
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
  deleted: boolean;
}

/** The answers of the submission with this number, from 0; asked again and again, so always the same. */
export type Make = (index: number) => Row;

interface Seeds {
  readonly first: number;
  readonly count: number;
  readonly make: Make;
}

/** Submissions in the order of their ids. Seeded ones are made when they are read, and kept only once they change. */
export class SubmissionStore {
  /** Grows with every change. */
  changes = 0;
  readonly #counter: Counter;
  readonly #ids: number[] = [];
  readonly #kept = new Map<number, Submission>();
  readonly #seeds: Seeds[] = [];

  constructor(counter: Counter) {
    this.#counter = counter;
  }

  get count(): number {
    return this.#ids.length;
  }

  get ids(): readonly number[] {
    return this.#ids;
  }

  get lastTime(): string | null {
    const last = this.#ids.at(-1);
    return last === undefined ? null : `${this.get(last)?.time}Z`;
  }

  add(make: (id: number) => Submission): Submission {
    const submission = make(this.#counter.next++);
    this.#ids.push(submission.id);
    this.#kept.set(submission.id, submission);
    this.changes += 1;
    return submission;
  }

  /** The id of the first one. */
  seed(count: number, make: Make): number {
    const first = this.#counter.next;
    this.#counter.next += count;
    this.#seeds.push({ first, count, make });
    for (let id = first; id < first + count; id += 1) this.#ids.push(id);
    this.changes += 1;
    return first;
  }

  get(id: number): Submission | undefined {
    return this.#kept.get(id) ?? (this.#has(id) ? this.#seeded(id) : undefined);
  }

  /** The one to change: another object than `get` gave, where it was seeded. */
  edit(id: number): Submission {
    const submission = this.get(id);
    if (!submission) throw new Error(`There is no submission ${id}`);
    this.#kept.set(id, submission);
    this.changes += 1;
    return submission;
  }

  remove(id: number): boolean {
    const index = this.#at(id);
    if (this.#ids[index] !== id) return false;
    this.#ids.splice(index, 1);
    this.#kept.delete(id);
    this.changes += 1;
    return true;
  }

  /** By root or current uuid, without `uuid:`. */
  find(uuid: string): Submission | undefined {
    for (const submission of this.#kept.values()) {
      if (submission.root === uuid || submission.uuid === uuid) return submission;
    }
    const seeded = this.get(idInUuid(uuid));
    if (seeded?.root === uuid) return seeded;
    return undefined;
  }

  get kept(): Iterable<Submission> {
    return this.#kept.values();
  }

  /** Where an id is, or would be. */
  #at(id: number): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ids[middle] ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The ids from one to before another. */
  between(from: number, before: number): readonly number[] {
    return this.#ids.slice(this.#at(from), this.#at(before));
  }

  #has(id: number): boolean {
    return this.#ids[this.#at(id)] === id;
  }

  #seeded(id: number): Submission | undefined {
    const seeds = this.#seeds.find(({ first, count }) => id >= first && id < first + count);
    return seeds && fromSeed(id, () => seeds.make(id - seeds.first));
  }
}

const START = Date.UTC(2026, 0, 1);

/** Its answers are made when they are asked for: most queries need none. */
function fromSeed(id: number, make: () => Row): Submission {
  const uuid = uuidOf(id);
  let answers: Row | undefined;
  return {
    id,
    root: uuid,
    submittedBy: null,
    time: new Date(START + id * 1000).toISOString().slice(0, 19),
    uuid,
    xml: `<data><meta><instanceID>uuid:${uuid}</instanceID></meta></data>`,
    get answers() {
      return (answers ??= { ...make(), 'meta/instanceID': `uuid:${uuid}` });
    },
    set answers(changed) {
      answers = changed;
    },
    attachments: [],
    validation: {},
    formerUuids: [],
  };
}

function uuidOf(id: number): string {
  return `5eed0000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;
}

function idInUuid(uuid: string): number {
  return uuid.startsWith('5eed0000-') ? Number.parseInt(uuid.slice(-12), 16) : -1;
}
