import { startOf } from '../../core/location.ts';
import { quotedFew, quoteWhole } from '../../diagnostics/quote.ts';
import type { SheetRead, WorkbookRead } from '../../formats/xlsx-cells.ts';
import { cellAt } from '../../xlsform/read/cell-text.ts';
import type { Loss } from './loss.ts';
import { counted } from './words.ts';

/** What a sheet has over and around its cells. */
export function lostParts(sheet: SheetRead, file: string): readonly Loss[] {
  const { name, extras, merges } = sheet;
  const parts = [
    ...counted(extras.validations, 'rule for what may be typed', 'rules for what may be typed'),
    ...counted(extras.conditionalFormats, 'rule for colours', 'rules for colours'),
    ...counted(merges.length, 'range of merged cells', 'ranges of merged cells').map(
      (words) => `${words} (${merges.slice(0, 5).join(', ')}${merges.length > 5 ? ', …' : ''})`,
    ),
    ...counted(extras.links, 'link'),
    ...drawn(sheet),
    ...(extras.protections > 0 ? ['the protection of the sheet'] : []),
  ];
  const at = cellAt({ file, sheet: name }, 1, 1, '');
  return parts.length === 0 ? [] : [(report) => report('parts-not-kept', at, { sheet: name, parts })];
}

function drawn({ aside }: SheetRead): readonly string[] {
  const drawings = aside?.drawings ?? [];
  const sum = (kind: 'pictures' | 'charts' | 'shapes'): number =>
    drawings.reduce((count, drawing) => count + drawing[kind], 0);
  const words = drawings.flatMap((drawing) => drawing.words).join(' ');
  return [
    ...counted(sum('pictures'), 'picture'),
    ...counted(sum('charts'), 'chart'),
    ...counted(sum('shapes'), 'shape').map((shapes) => (words === '' ? shapes : `${shapes} with ${quoteWhole(words)}`)),
  ];
}

/** What the workbook has that belongs to no sheet. */
export function lostOfWorkbook({ names, locked }: Readable, file: string): readonly Loss[] {
  const parts = [
    ...counted(names.length, 'name for cells', 'names for cells').map((words) => `${words} (${quotedFew(names)})`),
    ...(locked ? ['the protection of the workbook'] : []),
  ];
  const at = startOf({ path: file, text: '' });
  return parts.length === 0 ? [] : [(report) => report('parts-not-kept', at, { sheet: undefined, parts })];
}

type Readable = Extract<WorkbookRead, { readonly kind: 'workbook' }>;
