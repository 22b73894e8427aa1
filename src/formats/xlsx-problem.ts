import { columnLetters } from './column-letters.ts';

/** Why a file is not read at all. */
export type RefusalKind =
  | 'empty-file'
  | 'not-a-workbook'
  | 'text-file'
  | 'web-page'
  | 'pdf'
  | 'other-office-file'
  | 'open-document'
  | 'old-workbook'
  | 'binary-workbook'
  | 'macros'
  | 'protected'
  | 'damaged'
  | 'unsafe'
  | 'too-large';

/** What is doubtful in a workbook that is read. */
export type DoubtKind =
  'strict-format' | 'part-missing' | 'beyond-declared' | 'rows-out-of-order' | 'cells-out-of-order' | 'damaged-cell';

/** In the words of someone who knows the file from Excel. */
export interface ReadProblem {
  readonly kind: RefusalKind | DoubtKind;
  readonly message: string;
  readonly help: string;
  readonly sheet?: string;
  /** From 1. */
  readonly row?: number;
  /** From 1. */
  readonly column?: number;
}

/** The way out of nested parsers; `readWorkbook` turns it into its answer, so nobody outside meets it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const SAVE_AS = 'Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).';
const AGAIN = 'Copy or download it again; or open it in Excel, let it repair the file, and save it.';

const REFUSALS: Readonly<Record<Exclude<RefusalKind, Detailed>, readonly [message: string, help: string]>> = {
  'empty-file': ['The file is empty.', 'Copy or download it again.'],
  'not-a-workbook': ['The file is no Excel workbook.', SAVE_AS],
  'text-file': [
    'The file holds plain text, such as a CSV table, and is no Excel workbook.',
    `${SAVE_AS} Another ending of its name does not make it one.`,
  ],
  'web-page': [
    'The file is a web page or another XML file, and no Excel workbook.',
    `Where it was downloaded, sign in there and download it again. Or: ${SAVE_AS}`,
  ],
  pdf: [
    'The file is a PDF document, and no Excel workbook.',
    'Ask whoever made it for the workbook (.xlsx): a form cannot be read from a PDF.',
  ],
  'other-office-file': ['The file is a document or a presentation, and no Excel workbook.', SAVE_AS],
  'open-document': ['The file is an OpenDocument table (.ods), and no Excel workbook.', SAVE_AS],
  'old-workbook': ['The file is an Excel workbook of the old kind (.xls).', SAVE_AS],
  'binary-workbook': ['The file is a binary Excel workbook (.xlsb).', SAVE_AS],
  macros: ['The workbook has macros.', `${SAVE_AS} Its macros are left out there; a form does not need them.`],
  protected: [
    'The workbook is protected by a password.',
    'Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save it.',
  ],
};

type Detailed = 'damaged' | 'unsafe' | 'too-large';

export function refused(kind: keyof typeof REFUSALS): Refused {
  const [message, help] = REFUSALS[kind];
  return new Refused({ kind, message, help });
}

/** @param what a sentence, such as `A part of it is missing.` */
export function damaged(what: string, place: Pick<ReadProblem, 'sheet'> = {}): Refused {
  return new Refused({ kind: 'damaged', message: `The file is damaged. ${what}`, help: AGAIN, ...place });
}

/** @param what a sentence, such as `It has a part twice.` */
export function unsafe(what: string): Refused {
  const help = 'Excel writes nothing of the kind. If you trust the file, open it there and save it again.';
  return new Refused({ kind: 'unsafe', message: `The file is not read, for safety. ${what}`, help });
}

/** @param what a sentence, such as `It has more than 5,000,000 cells.` */
export function tooLarge(what: string): Refused {
  const help = 'Remove the sheets, rows and columns that the form does not need, and save it again.';
  return new Refused({ kind: 'too-large', message: `The workbook is too large. ${what}`, help });
}

/** Such as `C14`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
