import path from 'node:path';
import type { Budget } from './xlsx-budget.ts';
import { damaged, tooLarge, unsafe } from './xlsx-problem.ts';
import { type ZipDirectory, type ZipEntry, readDirectory } from './zip-directory.ts';
import { inflateEntry } from './zip-inflate.ts';
import { type XmlAttributes, type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** The parts of a workbook. None is unpacked before it is asked for. */
export interface WorkbookPackage {
  readonly names: readonly string[];
  /** Undefined where there is no such part. A name is taken as written, and leads nowhere but into the archive. */
  part(name: string): XmlPart | undefined;
  /** The same for a part that describes others, and is small in any workbook. */
  smallPart(name: string): XmlPart | undefined;
}

/** What a part refers to, by the id of the reference. */
export type Relationships = ReadonlyMap<string, Relationship>;

export interface Relationship {
  /** The last word of its type, such as `worksheet`; the rest differs between the two dialects of the format. */
  readonly type: string;
  /** The name of a part. */
  readonly target: string;
}

/** In bytes. The styles of a worn workbook can reach several million. */
const LARGEST_SMALL_PART = 20_000_000;

export function openPackage(bytes: Uint8Array, budget: Budget): WorkbookPackage {
  const directory = readDirectory(bytes);
  const unpack = (name: string, most: number): XmlPart | undefined => {
    const entry = entryOf(directory, name);
    if (entry === undefined) return undefined;
    if (entry.size > most) throw tooLarge(`Its part "${name}" is larger than any workbook needs.`);
    budget.addBytes(entry.size);
    return { name, bytes: inflateEntry(bytes, entry) };
  };
  return {
    names: [...directory.keys()],
    part: (name) => unpack(name, Infinity),
    smallPart: (name) => unpack(name, LARGEST_SMALL_PART),
  };
}

function entryOf(directory: ZipDirectory, name: string): ZipEntry | undefined {
  const entry = directory.get(name);
  if (entry === 'twice') throw unsafe(`It has two parts called "${name}", and programs differ in which they read.`);
  return entry;
}

/** @throws Refused where the part is missing */
export function needed(part: XmlPart | undefined, name: string): XmlPart {
  if (part === undefined) throw damaged(`Its part "${name}" is missing.`);
  return part;
}

/** What a part refers to inside of the workbook; nothing where it has no list of that. */
export function relationshipsOf(from: WorkbookPackage, part: string, budget: Budget): Relationships {
  const folder = path.posix.dirname(part);
  const list = from.smallPart(path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`));
  const found = new Map<string, Relationship>();
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      found.set(attributes['Id'] ?? '', relationship(attributes, folder));
    },
  };
  if (list) readXml(list, handler, () => budget.addElement());
  return found;
}

function relationship(attributes: XmlAttributes, folder: string): Relationship {
  const type = attributes['Type'] ?? '';
  const target = attributes['Target'] ?? '';
  return {
    type: type.slice(type.lastIndexOf('/') + 1),
    target: target.startsWith('/') ? target.slice(1) : path.posix.normalize(path.posix.join(folder, target)),
  };
}
