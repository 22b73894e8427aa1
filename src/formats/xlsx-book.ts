import { Writable } from 'node:stream';
import type { stream } from 'exceljs';
import { withAutomaticHeights } from './row-height.ts';
import { unzipOwn, zip } from './zip-write.ts';

export type Book = stream.xlsx.WorkbookWriter;
export type BookSheet = ReturnType<Book['addWorksheet']>;

const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));

/** A file of which all is made, and is being packed in other threads. */
export interface Packing {
  readonly bytes: Promise<Uint8Array>;
}

/** An .xlsx file; the same writing gives the same bytes at any time, in any time zone. */
export async function writeBook(write: (book: Book) => void | Promise<void>): Promise<Packing> {
  const { sink, chunks } = collector();
  const book = await newBook(sink);
  await write(book);
  await book.commit();
  const bytes = zip(withAutomaticHeights(unzipOwn(Buffer.concat(chunks.splice(0)))));
  // Whoever takes the bytes is told of an error, even if that is later.
  bytes.catch(() => undefined);
  return { bytes };
}

/** The stream writer of exceljs takes a quarter of the time of its buffer writer. */
async function newBook(sink: Writable): Promise<Book> {
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  // Shared strings, because openpyxl (and so pyxform) undoes `_x005F_` nowhere else. Compressed once, by `zip`.
  const options = { stream: sink, useStyles: true, useSharedStrings: true, zip: { store: true } };
  const book = new WorkbookWriter(options);
  const properties = { creator: 'Lexiform', lastModifiedBy: 'Lexiform', created: FIXED_DATE, modified: FIXED_DATE };
  return Object.assign(book, properties);
}

function collector(): { readonly sink: Writable; readonly chunks: Uint8Array[] } {
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { sink, chunks };
}
