import { type Command, Option } from 'commander';
import { type LogLayout, logLayouts } from '../../printers/records/cleaning-log.ts';
import { recordPrinters, type TextFormat } from '../../printers/records/printer.ts';
import { type TellingOptions, withTellingOptions } from '../options.ts';

export type RecordFormat = TextFormat | 'xlsx';

/** How findings on submissions are told. */
export interface FindingOptions extends TellingOptions<RecordFormat> {
  /** Whose columns the cleaning log of a workbook has. */
  readonly log: LogLayout;
  /** A file of findings that are known and wait. */
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

const FOR_FILES: readonly RecordFormat[] = ['html', 'xlsx'];

/** The options of a command that has findings on submissions. */
export function withFindingOptions(command: Command): Command {
  const onScreen = Object.keys(recordPrinters).filter((name) => name !== 'html');
  const layout = new Option('--log <layout>', 'whose columns the cleaning log of xlsx=FILE has')
    .choices(logLayouts)
    .default('lexiform');
  return withTellingOptions(command, onScreen, FOR_FILES)
    .addOption(layout)
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--write-baseline <file>', 'write down the findings of today, to leave them out with --baseline');
}
