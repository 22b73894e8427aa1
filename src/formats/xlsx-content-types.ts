import type { Budget } from './xlsx-budget.ts';
import { refused } from './xlsx-problem.ts';
import { type WorkbookPackage, needed, relationshipsOf } from './xlsx-package.ts';
import { type XmlHandler, readXml } from './xml-read.ts';

const LIST = '[Content_Types].xml';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const STRINGS = `${SPREADSHEET}.sharedStrings+xml`;
/** In the order in which openpyxl looks for them. A workbook may be of a type for macros and have none. */
const WORKBOOKS: readonly string[] = [
  'application/vnd.ms-excel.template.macroEnabled.main+xml',
  `${SPREADSHEET}.template.main+xml`,
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  `${SPREADSHEET}.sheet.main+xml`,
];

/** Where the parts are that no other part of the workbook leads to with certainty. */
export interface MainParts {
  readonly workbook: string;
  readonly strings: string | undefined;
}

/**
 * Finds the workbook as openpyxl does, by the types of the parts, and where these say nothing by what the package
 * refers to. Refuses what is another kind of file.
 */
export function mainParts(from: WorkbookPackage, budget: Budget): MainParts {
  refuseOthers(from);
  const types = readTypes(from, budget);
  const all = [...types.parts.values(), ...types.defaults];
  if (all.includes('application/vnd.ms-office.vbaProject')) throw refused('macros');
  const byType = WORKBOOKS.map((type) => nameOf(types.parts, type)).find((name) => name !== undefined);
  const workbook = byType ?? fallback(from, types.defaults, budget);
  if (workbook === undefined) throw refused(all.some(isOtherOffice) ? 'other-office-file' : 'not-a-workbook');
  return { workbook, strings: nameOf(types.parts, STRINGS) };
}

function refuseOthers(from: WorkbookPackage): void {
  const has = (name: RegExp): boolean => from.names.some((part) => name.test(part));
  if (has(/(?:^|\/)workbook\.bin$/)) throw refused('binary-workbook');
  if (has(/(?:^|\/)vbaProject\.bin$/i)) throw refused('macros');
  if (has(/\.iwa$/)) throw refused('other-office-file');
  if (from.names.includes(LIST)) return;
  const text = Buffer.from(from.smallPart('mimetype')?.bytes ?? []).toString('latin1');
  if (text.includes('opendocument.spreadsheet')) throw refused('open-document');
  throw refused(text.includes('opendocument') ? 'other-office-file' : 'not-a-workbook');
}

interface Types {
  /** By the name of the part. */
  readonly parts: ReadonlyMap<string, string>;
  readonly defaults: readonly string[];
}

function readTypes(from: WorkbookPackage, budget: Budget): Types {
  const parts = new Map<string, string>();
  const defaults: string[] = [];
  const handler: XmlHandler = {
    open: (name, attributes) => {
      const type = attributes['ContentType'] ?? '';
      if (name === 'Override') parts.set((attributes['PartName'] ?? '').replace(/^\//, ''), type);
      else if (name === 'Default') defaults.push(type);
    },
  };
  readXml(needed(from.smallPart(LIST), LIST), handler, () => budget.addElement());
  return { parts, defaults };
}

function nameOf(parts: ReadonlyMap<string, string>, type: string): string | undefined {
  return [...parts].find(([, other]) => other === type)?.[0];
}

function fallback(from: WorkbookPackage, defaults: readonly string[], budget: Budget): string | undefined {
  if (defaults.some((type) => WORKBOOKS.includes(type))) return 'xl/workbook.xml';
  const main = [...relationshipsOf(from, '', budget).values()].find(({ type }) => type === 'officeDocument');
  return main !== undefined && /workbook/i.test(main.target) ? main.target : undefined;
}

function isOtherOffice(type: string): boolean {
  return /wordprocessingml|presentationml|drawingml\.diagram/.test(type);
}
