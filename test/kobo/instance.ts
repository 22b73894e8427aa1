import { SaxesParser } from 'saxes';
import type { Row } from './state.ts';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** The root of a document; undefined for text that is none. */
export function parseXml(text: string): XmlNode | undefined {
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlNode[] = [top];
  const parser = new SaxesParser({ fragment: false });
  const add = (piece: string): void => void ((open.at(-1) ?? top).text += piece);
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    (open.at(-1) ?? top).children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text.trim()).close();
  } catch {
    return undefined;
  }
  return top.children[0];
}

/** A text below `meta`, whatever its prefix. */
export function metaText(root: XmlNode, name: string): string | undefined {
  const meta = root.children.find((node) => localName(node) === 'meta');
  const text = meta?.children.find((node) => localName(node) === name)?.text.trim();
  return text === '' ? undefined : text?.replace(/^uuid:/, '');
}

export function formUuid(root: XmlNode): string | undefined {
  const formhub = root.children.find(({ name }) => name === 'formhub');
  return formhub?.children.find(({ name }) => name === 'uuid')?.text.trim();
}

function localName({ name }: XmlNode): string {
  return name.replace(/^.*:/, '');
}

/**
 * XML to flat answers (openrosa's xform_instance_parser.py): groups become paths, a repeat of the form is a list even with one
 * entry, empty elements are left out, and every leaf is a text.
 */
export function answersOf(root: XmlNode, repeats: ReadonlySet<string>): Row {
  return flatten(root.children, '', repeats);
}

function flatten(nodes: readonly XmlNode[], prefix: string, repeats: ReadonlySet<string>): Row {
  const row: Row = {};
  for (const [path, same] of byPath(nodes, prefix)) {
    if (repeats.has(path)) addEntries(row, path, same, repeats);
    else if (same.length === 1 && same[0]) addOne(row, path, same[0], repeats);
    else addEntries(row, path, same, repeats);
  }
  return row;
}

function byPath(nodes: readonly XmlNode[], prefix: string): Map<string, XmlNode[]> {
  const paths = new Map<string, XmlNode[]>();
  for (const node of nodes) {
    const path = `${prefix}${node.name}`;
    if (!isEmpty(node)) paths.set(path, [...(paths.get(path) ?? []), node]);
  }
  return paths;
}

function isEmpty({ children, text }: XmlNode): boolean {
  return children.length === 0 ? text === '' : children.every(isEmpty);
}

function addOne(row: Row, path: string, node: XmlNode, repeats: ReadonlySet<string>): void {
  if (node.children.length === 0) row[path] = node.text;
  else Object.assign(row, flatten(node.children, `${path}/`, repeats));
}

function addEntries(row: Row, path: string, nodes: readonly XmlNode[], repeats: ReadonlySet<string>): void {
  row[path] = nodes.map((node) =>
    node.children.length === 0 ? { [path]: node.text } : flatten(node.children, `${path}/`, repeats),
  );
}

/** Where a file is named: `hh[2]/photo` in the second entry of a repeat. */
export function pathOfFile(root: XmlNode, file: string): string | null {
  return findFile(root.children, '', file);
}

function findFile(nodes: readonly XmlNode[], prefix: string, file: string): string | null {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const count = (counts.get(node.name) ?? 0) + 1;
    counts.set(node.name, count);
    const several = nodes.filter(({ name }) => name === node.name).length > 1;
    const path = `${prefix}${node.name}${several ? `[${count}]` : ''}`;
    if (node.children.length === 0 && node.text === file) return path;
    const inside = findFile(node.children, `${path}/`, file);
    if (inside !== null) return inside;
  }
  return null;
}
