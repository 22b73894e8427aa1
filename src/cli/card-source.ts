import { catalogueOf } from '../emit/codebook/catalogue.ts';
import { readerOf } from '../emit/codebook/reader.ts';
import type { CardSource } from '../emit/card/card.ts';
import type { Grid } from '../emit/card/grid.ts';
import { printedValue } from '../formats/xlsx-printed.ts';
import { readWorkbook } from '../formats/xlsx-read.ts';
import type { WorkbookPlan } from '../formats/workbook.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { placesRead } from '../model/places.ts';
import { type FileTree, isUnreadable } from '../source/files.ts';
import { codebookWording } from '../vocabulary/codebook-wording.ts';
import { formWorkbook } from '../xlsform/rows/workbook.ts';
import { placesBuilt } from '../xlsform/rows/places.ts';
import type { CheckedSource } from './checked-source.ts';

/** A source as cards are made of it: its forms as the first profile gets them, its labels quoted in words of ours. */
export function cardSource(checked: CheckedSource, dictionary: Dictionary): CardSource {
  const { kind, forms, profiles, diagnostics: findings } = checked;
  const profile = profiles[0] ?? 'xlsform';
  const deliveries = [...forms.values()].map((form) => deliver(dictionary, form, profile));
  const catalogue = catalogueOf(deliveries, dictionary);
  const reader = { ...readerOf(catalogue, dictionary.defaultLanguage), words: codebookWording('en').words };
  const places = catalogue.forms.map((form, index) => {
    const delivery = deliveries[index];
    const built = kind === 'dictionary' && delivery ? placesBuilt(delivery) : undefined;
    return [form, built ?? placesRead(form.form, dictionary.codeLists)] as const;
  });
  return { kind, reader, findings, places: new Map(places) };
}

/** The cells of the workbook that is built of a form for the first profile. */
export function gridBuilt({ profiles }: CheckedSource, dictionary: Dictionary, form: Form): Grid {
  return gridOfPlan(formWorkbook(deliver(dictionary, form, profiles[0] ?? 'xlsform'), dictionary).plan);
}

function gridOfPlan({ sheets }: WorkbookPlan): Grid {
  return new Map(
    sheets.map(({ name, columns, rows }) => [
      name,
      new Map([columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)].map(numberedRow)),
    ]),
  );
}

function numberedRow(cells: readonly string[], index: number): [number, ReadonlyMap<number, string>] {
  return [index + 1, new Map(cells.flatMap((cell, at) => (cell === '' ? [] : [[at + 1, cell] as const])))];
}

/** The cells of a workbook as they are. */
export function gridRead(tree: FileTree, workbook: string): Grid {
  const bytes = tree.read(workbook);
  const read = isUnreadable(bytes) ? undefined : readWorkbook(bytes);
  if (read?.kind !== 'workbook') return new Map();
  return new Map(
    read.sheets.map(({ name, rows }) => [
      name,
      new Map(
        rows.map(({ number, cells }) => [number, new Map(cells.map((cell) => [cell.column, printedValue(cell)]))]),
      ),
    ]),
  );
}
