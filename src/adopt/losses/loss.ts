import type { Report } from '../../diagnostics/collector.ts';

/** Something of a workbook that a dictionary cannot hold, ready to be told. */
export type Loss = (report: Report) => void;
