import { sha256 } from '../../core/hash.ts';
import { compareText } from '../../core/location.ts';

/**
 * What a form is on KoboToolbox, told the same way whether it was made from a workbook of ours or read from the server:
 * nothing random is in it, and nothing that KoboToolbox writes itself.
 */
export interface NormalForm {
  /** As KoboToolbox calls them, the one that opens first before the others; `''` for texts without a language. */
  readonly languages: readonly string[];
  readonly survey: readonly NormalRow[];
  readonly choices: readonly NormalRow[];
  readonly settings: NormalRow;
  /** Rows of the sheets that KoboToolbox keeps beside these, by name. */
  readonly sheets: ReadonlyMap<string, readonly NormalRow[]>;
  /** What each locking profile locks. */
  readonly locking: ReadonlyMap<string, readonly string[]>;
}

/** Cells by column; that of a text is `label`, or `label::French (fr)` in a language. Empty cells are not there. */
export type NormalRow = ReadonlyMap<string, string>;

/** The column of a text in a language. */
export function textColumn(column: string, language: string): string {
  return language === '' ? column : `${column}::${language}`;
}

/** Equal forms have equal hashes, in whatever order their cells were met. */
export function hashOf(form: NormalForm): string {
  return sha256(
    JSON.stringify([
      form.languages,
      form.survey.map(sorted),
      form.choices.map(sorted),
      sorted(form.settings),
      sorted(form.sheets).map(([name, rows]) => [name, rows.map(sorted)]),
      sorted(form.locking),
    ]),
  );
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].toSorted(([one], [other]) => compareText(one, other));
}
