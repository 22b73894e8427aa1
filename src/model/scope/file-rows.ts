import { type Rows, UNKNOWN } from '../../expression/types/type.ts';
import { readCsv } from '../../formats/csv-read.ts';
import { decode } from '../../source/decode.ts';
import { baseName, instanceName, loadedFile } from '../deliver/instances.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Plain } from '../facets.ts';
import type { Form } from '../form.ts';
import { gather } from '../walk.ts';

/** Looks up the columns of the files that a form attaches, by the names that expressions have for them. */
export function filesOf(form: Form, { files }: Dictionary): (name: string) => Rows | undefined {
  const known = new Map<string, Rows | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, rowsOf(name));
    return known.get(name);
  };

  function rowsOf(name: string): Rows | undefined {
    const attached = form.attachments.flatMap(({ file, from }) => (from === 'dictionary' ? [file] : []));
    const named = [...attached, ...loadedIn(form.items)].find(({ string }) => isTable(string.text, name));
    const file = named && files.find(named.string.text, named);
    return file && columnsIn(name, file.read());
  }
}

const loadedIn = gather((item): readonly Plain[] => {
  const loaded = loadedFile(item);
  return loaded ? [loaded.file] : [];
});

function isTable(file: string, name: string): boolean {
  return /\.csv$/i.test(file) && instanceName(baseName(file)) === name;
}

/** The headings stand at the beginning of a file, however long it is. */
const BEGINNING = 65_536;

/** What the columns hold is for the server to change; that they are there is what expressions rely on. */
function columnsIn(name: string, bytes: Uint8Array): Rows | undefined {
  const { source } = decode(name, bytes.subarray(0, BEGINNING));
  const columns = new Set(readCsv(source).header.flatMap(({ text }) => (text === '' ? [] : [text])));
  return columns.size === 0
    ? undefined
    : { name, columns, column: (column) => (columns.has(column) ? UNKNOWN : undefined) };
}
