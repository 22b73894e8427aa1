import { plainText } from './cell.ts';
import { setField } from './fields.ts';
import type { Meaning } from './meaning.ts';
import type { RowInWork } from './row-in-work.ts';

/** The columns of the parts of one geopoint, in their order. */
export interface Place {
  readonly key: string;
  readonly parts: readonly (number | undefined)[];
}

export function placesOf(meanings: readonly Meaning[]): readonly Place[] {
  const found = new Map<string, (number | undefined)[]>();
  for (const [index, meaning] of meanings.entries()) {
    if (meaning.kind !== 'place') continue;
    const parts = found.get(meaning.column.key) ?? [undefined, undefined, undefined, undefined];
    parts[meaning.part] = index;
    found.set(meaning.column.key, parts);
  }
  return [...found].map(([key, parts]) => ({ key, parts }));
}

/** Makes a geopoint of the columns of its parts where its own column has none: `latitude longitude altitude accuracy`. */
export function readPlace({ key, parts }: Place, row: RowInWork): void {
  if (row.fields[key] !== undefined) return;
  const texts = parts.map((index) => {
    const cell = index === undefined ? '' : (row.cells[index] ?? '');
    return row.isBlank(cell) ? '' : plainText(cell);
  });
  const [latitude, longitude, altitude, accuracy] = texts;
  const isPlace = latitude !== '' && longitude !== '';
  const whole = isPlace && accuracy !== '' && altitude === '' ? [latitude, longitude, '0', accuracy] : texts;
  const written = whole.filter((text) => text !== '');
  if (written.length > 0) setField(row.fields, key, written.join(' '));
}
