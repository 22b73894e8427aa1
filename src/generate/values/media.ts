import type { DataColumn } from '../../model/columns/column.ts';
import type { Random } from '../random.ts';
import type { Device } from '../fill/device.ts';

/** The files that devices make, by the type of the question: ending and kind. */
const FILES: ReadonlyMap<string, readonly [ending: string, mimetype: string]> = new Map([
  ['image', ['jpg', 'image/jpeg']],
  ['audio', ['m4a', 'audio/mp4']],
  ['background-audio', ['m4a', 'audio/mp4']],
  ['video', ['mp4', 'video/mp4']],
  ['file', ['pdf', 'application/pdf']],
  ['osm', ['osm', 'text/xml']],
  ['audit', ['csv', 'text/csv']],
]);

/** Collect names a file after the time at which it was made. */
export function mediaName({ question }: DataColumn, { start, end }: Device, random: Random): string {
  const [ending] = FILES.get(question?.type.word ?? '') ?? ['bin'];
  return `${start + random.below(end - start)}.${ending}`;
}

export function mimetypeOf(file: string): string {
  const ending = file.split('.').at(-1);
  return [...FILES.values()].find(([known]) => known === ending)?.[1] ?? 'application/octet-stream';
}
