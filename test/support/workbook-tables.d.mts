import type { WorkbookPlan } from '../../src/formats/workbook.ts';

export function planOf(markdown: string): WorkbookPlan;
