import { quote } from '../diagnostics/quote.ts';

/** The store of submissions cannot be used. Its words may be shown to anybody: no answer is ever part of them. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** What a person can do about it. */
  readonly help: string;
  readonly lack: Lack | undefined;

  constructor(message: string, help: string, lack?: Lack) {
    super(message);
    this.help = help;
    this.lack = lack;
  }
}

/** What the engine had too little of: of memory before its work was done, or after, when it tidied up; or of room on the disk. */
type Lack = 'memory' | 'memory-after' | 'disk';

/** What the engine says where it is given too little memory. */
export const OUT_OF_MEMORY = /out of memory|failed to (?:pin block|allocate)/i;

const IS_DONE = /COMMIT succeeded and is durable/;

const DISK_FULL = /no space left|not enough space|disk quota|could not write all bytes|disk full/i;

interface Trouble {
  readonly says: RegExp;
  readonly message: (store: string) => string;
  readonly help: string;
}

const AGAIN = 'Submissions on the server are not touched: name another file by --store and pull again.';

/** What DuckDB and the operating system say, and what it means to a person. */
const TROUBLES: readonly Trouble[] = [
  {
    says: /set lock on file|conflicting lock|being used by another process/i,
    message: (store) => `The store ${store} is open in another program.`,
    help: 'Wait until the other pull is done, or close the program that reads it (DuckDB, DBeaver, R, Python).',
  },
  {
    says: DISK_FULL,
    message: (store) => `The disk is full: nothing more can be written to the store ${store}.`,
    help: 'Make room and run it again: what was pulled so far is kept, and it goes on from there.',
  },
  {
    says: /not a valid duckdb|corrupt|checksum|file is too small|serializ|magic bytes|could not read enough bytes|replaying wal/i,
    message: (store) => `The store ${store} is damaged, or is no store.`,
    help: `Restore it from a backup, or move it away. ${AGAIN}`,
  },
  {
    says: /storage version|newer version of duckdb|created with (?:a|an) (?:newer|older)/i,
    message: (store) => `The store ${store} was written by a newer version of Lexiform.`,
    help: 'Update Lexiform, or name another file by --store.',
  },
  {
    says: /is a directory/i,
    message: (store) => `The store ${store} is a folder.`,
    help: 'Name a file, such as --store submissions.duckdb',
  },
  {
    says: /not a directory/i,
    message: (store) => `A part of the path of the store ${store} is a file, not a folder.`,
    help: 'Name a file in a folder of yours by --store.',
  },
  {
    says: /could not \w+ file .*invalid argument/i,
    message: (store) => `The store ${store} is no file that can be written to.`,
    help: 'Name a file in a folder of yours by --store, such as submissions.duckdb',
  },
  {
    says: /no such file|cannot find the path|system cannot find/i,
    message: (store) => `There is no folder for the store ${store}.`,
    help: 'Make the folder first, or name another file by --store.',
  },
  {
    says: /permission denied|read-only|access is denied|not permitted/i,
    message: (store) => `The store ${store} may not be written here.`,
    help: 'Name a file in a folder of yours by --store, or have the rights of this one changed.',
  },
  {
    says: OUT_OF_MEMORY,
    message: (store) => `There is not enough memory for what was asked of the store ${store}.`,
    help: 'Ask for less at a time, such as one form.',
  },
];

/**
 * What went wrong, without the words of the engine: these can quote answers. What nobody foresaw keeps its kind alone.
 * @param store as messages name it
 */
export function storeError(error: unknown, store: string): Error {
  if (error instanceof StoreError) return error;
  const words = error instanceof Error ? error.message : String(error);
  const known = TROUBLES.find(({ says }) => says.test(kindOf(words)));
  if (known) return new StoreError(known.message(quote(store)), known.help, lackOf(known, words));
  return new Error(`DuckDB failed: ${/^[A-Z][A-Za-z ]{2,40} Error/.exec(words)?.[0] ?? 'for an unknown reason'}`);
}

function lackOf({ says }: Trouble, words: string): Lack | undefined {
  if (says === DISK_FULL) return 'disk';
  if (says !== OUT_OF_MEMORY) return undefined;
  return IS_DONE.test(words) ? 'memory-after' : 'memory';
}

/** The first line, up to what it quotes. */
function kindOf(words: string): string {
  const [line = ''] = words.split('\n');
  return /^(?:Conversion|Invalid Input|Constraint|Binder|Parser)/.test(line) ? '' : line;
}
