import type { Format } from '../printer.ts';
import type { RecordPrinter } from './about.ts';
import { printRecordsCompact } from './compact.ts';
import { printRecordsCsv } from './csv.ts';
import { printRecordsGithub } from './github.ts';
import { printRecordsHtml } from './html.ts';
import { printRecordsJson } from './json.ts';
import { printRecordsJunit } from './junit.ts';
import { printRecordsMarkdown } from './markdown.ts';
import { printRecordsPretty } from './pretty.ts';
import { printRecordsSarif } from './sarif.ts';

export type TextFormat = Format | 'csv' | 'html';

/** Every format of text by its name, in the order in which help lists them. */
export const recordPrinters: Readonly<Record<TextFormat, RecordPrinter>> = {
  pretty: printRecordsPretty,
  compact: printRecordsCompact,
  json: printRecordsJson,
  sarif: printRecordsSarif,
  junit: printRecordsJunit,
  github: printRecordsGithub,
  markdown: printRecordsMarkdown,
  csv: printRecordsCsv,
  html: printRecordsHtml,
};
