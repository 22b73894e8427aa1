import { expect } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Entry } from '../../src/source/entry.ts';
import { parseYaml, type YamlFile } from '../../src/source/yaml/parse.ts';
import { annotate, draw, markerOf, readSnippet } from './markers.ts';

/** A YAML file as text: what stands in it, with a word for what is no text. */
export type Data = string | readonly Data[] | { readonly [key: string]: Data };

export const BLANK = '(blank)';
export const DAMAGED = '(damaged)';

/** Reads a YAML text, expects exactly the findings that it announces, and gives what was read. */
export function yaml(annotated: string): Data {
  const { text, markers } = readSnippet(annotated);
  const { file, seen } = read(text);
  expect(annotate(text, seen, markers)).toBe(draw(text, markers));
  return dataOf(file.root);
}

export function read(text: string): { file: YamlFile; seen: ReturnType<typeof markerOf>[] } {
  const { report, diagnostics } = createCollector();
  const file = parseYaml({ path: 'snippet.yaml', text }, report);
  return { file, seen: diagnostics().map(markerOf) };
}

export function dataOf(entry: Entry | undefined): Data {
  if (entry?.kind === 'text') return entry.string.text;
  if (entry?.kind === 'list') return entry.items.map(dataOf);
  if (entry?.kind === 'map') return Object.fromEntries(entry.pairs.map(({ key, value }) => [key.text, dataOf(value)]));
  return entry?.kind === 'damaged' ? DAMAGED : BLANK;
}
