import type { Budget } from './xlsx-budget.ts';
import type { SheetRead } from './xlsx-cells.ts';
import type { Epoch } from './python-date.ts';
import { type XmlAttributes, type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** What the main part of a workbook says. */
export interface WorkbookPart {
  readonly tabs: readonly Tab[];
  readonly epoch: Epoch;
  /** Whether it is in the strict dialect of the format, which openpyxl does not read. */
  readonly strict: boolean;
  /** Names that authors gave to cells and ranges. */
  readonly names: readonly string[];
  /** Whether sheets cannot be added or removed. */
  readonly locked: boolean;
}

export interface Tab {
  readonly name: string;
  readonly state: SheetRead['state'];
  /** The id by which the workbook refers to the part of the sheet. */
  readonly id: string | undefined;
}

const STRICT = 'http://purl.oclc.org/ooxml/';

export function readWorkbookPart(part: XmlPart, budget: Budget): WorkbookPart {
  const tabs: Tab[] = [];
  let epoch: Epoch = 1900;
  let strict = false;
  const names: string[] = [];
  let locked = false;
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      if (depth === 1) strict = Object.values(attributes).some((value) => value?.startsWith(STRICT));
      else if (name === 'workbookPr' && isTrue(attributes['date1904'])) epoch = 1904;
      else if (name === 'sheet' && depth === 3) tabs.push(tabOf(attributes));
      else if (name === 'workbookProtection') locked = isTrue(attributes['lockStructure']);
      else if (name === 'definedName' && isOwn(attributes)) names.push(attributes['name'] ?? '');
    },
  };
  readXml(part, handler, () => budget.addElement());
  return { tabs, epoch, strict, names, locked };
}

function tabOf(attributes: XmlAttributes): Tab {
  const { state } = attributes;
  const isHidden = state === 'hidden' || state === 'veryHidden';
  return { name: attributes['name'] ?? '', state: isHidden ? state : 'visible', id: relationId(attributes) };
}

/** Excel makes names of its own for filters and printing. */
function isOwn({ name = '', hidden }: XmlAttributes): boolean {
  return !name.startsWith('_xlnm.') && !isTrue(hidden);
}

/** The attribute is `r:id` in most files; the prefix is free. */
function relationId(attributes: XmlAttributes): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? undefined : attributes[key];
}

/** As openpyxl takes it: whatever is not said to be false is true. */
function isTrue(value: string | undefined): boolean {
  return value !== undefined && !['false', 'f', '0'].includes(value);
}
