import { unzipSync, zipSync } from 'fflate';
import { type OnConflict, onConflictWords } from '../../src/adopt/on-conflict.ts';
import { readPage } from '../../src/diagnostics/pages.ts';
import { type RuleId, rules } from '../../src/diagnostics/registry.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { type FileTree, memoryTree, reasonOf } from '../../src/source/files.ts';
import type { DataFile } from '../../src/submissions/submission.ts';
import { memoryFile } from '../submissions/reading.ts';
import { planOf } from '../support/workbook-tables.mjs';

/** A fenced block of a page: what its info string says, and the text. */
interface Fence {
  readonly language: string;
  readonly words: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  /** Whether only blank lines stand between it and the fence before. */
  readonly follows: boolean;
}

/**
 * An example of a page, to be run. Its info string may say `also=rule,rule` for findings of other rules that come along,
 * `severity=` where it is not the rule's own, `profiles=` for others than kobo and odk, and `missing` for a dictionary without a manifest. Any of
 * its files may say `file=`, `encoding=`, `repeat=N` (what stands before … is repeated),
 * `controls` (␋ stands for a vertical tab, and so on) `locked` (the file is there and cannot be opened)
 * and `cut` (no line end stands behind the last line).
 *
 * `imported` is for findings of `import`, not of `check`; `on-conflict=` is its option. `areas` is for those of `areas`: the
 * files called gazetteer… are read, the others are in its folder; `attribute=` is its option, and `undated` leaves out `--edition`.
 *
 * A block in the language `xlsform` holds the sheets of a workbook as tables, and is checked as such; so is a file whose
 * name ends with .xlsx. A block with `part=` below it takes the place of a part of its file.
 *
 * A file whose name ends with .po came back from a translator into French, and is looked at as `translate import` does.
 *
 * A file of submissions is no part of the dictionary: one whose name ends with .json, .ndjson or .xml, and another that says
 * `data`.
 */
export interface Example {
  readonly rule: RuleId;
  readonly number: number;
  readonly verdict: 'fails' | 'passes';
  readonly also: readonly string[];
  readonly severity: string;
  readonly missing: boolean;
  readonly imported: boolean;
  readonly onConflict: OnConflict;
  readonly areas: AreasWishes | undefined;
  readonly tree: FileTree;
  readonly data: readonly DataFile[];
}

export interface AreasWishes {
  readonly attribute: string | undefined;
  readonly undated: boolean;
}

const DATA = /\.(?:json|ndjson|xml)$/;

const KNOWN = [
  'also',
  'severity',
  'profiles',
  'missing',
  'imported',
  'on-conflict',
  'areas',
  'attribute',
  'undated',
  'file',
  'encoding',
  'repeat',
  'controls',
  'locked',
  'part',
  'data',
  'cut',
];
const WORKBOOK = 'form.xlsx';

const manifest = (profiles = 'kobo, odk'): string => `lexiform: 1
dictionary: examples
version: 1.0.0
languages: { en: English, fr: Français }
default_language: en
profiles: [${profiles}]
`;

export async function examplesOf(rule: RuleId): Promise<readonly Example[]> {
  const section = readPage(rules[rule].page).sections.get(rule) ?? '';
  const groups: Fence[][] = [];
  for (const fence of fencesOf(section)) {
    if (fence.words.some((word) => word === 'fails' || word === 'passes')) groups.push([fence]);
    else if (fence.follows && (fence.attributes.has('file') || fence.attributes.has('part')))
      groups.at(-1)?.push(fence);
  }
  const made = groups.map((fences, index) => (fences[0] ? [exampleOf(rule, index + 1, fences[0], fences)] : []));
  return Promise.all(made.flat());
}

async function exampleOf(rule: RuleId, number: number, first: Fence, all: readonly Fence[]): Promise<Example> {
  const { words, attributes } = first;
  const missing = attributes.has('missing');
  const fences = all.filter((fence) => !isData(fence));
  return {
    rule,
    number,
    verdict: words.includes('fails') ? 'fails' : 'passes',
    also: attributes.get('also')?.split(',') ?? [],
    severity: attributes.get('severity') ?? rules[rule].severity,
    missing,
    imported: attributes.has('imported'),
    onConflict: onConflictWords.find((word) => word === attributes.get('on-conflict')) ?? 'keep',
    areas: attributes.has('areas')
      ? { attribute: attributes.get('attribute'), undated: attributes.has('undated') }
      : undefined,
    tree: isWorkbook(first) ? await workbookOf(first, fences) : treeOf(fences, first),
    data: all.filter(isData).map((fence) => dataOf(fence)),
  };
}

function isData({ attributes }: Fence): boolean {
  return attributes.has('data') || DATA.test(attributes.get('file') ?? '');
}

function dataOf(fence: Fence): DataFile {
  return memoryFile(bytesOf(fence), [64], fence.attributes.get('file'));
}

function fencesOf(section: string): readonly Fence[] {
  const fences: Fence[] = [];
  let end = -1;
  for (const match of section.matchAll(/^```([^\n`]+)\n([\s\S]*?)^```$/gm)) {
    const [whole, info = '', text = ''] = match;
    const [language = '', ...rest] = info.trim().split(/\s+/);
    const attributes = new Map(
      rest.map((word) => word.split('=')).map(([name = '', ...value]) => [name, value.join('=')]),
    );
    const odd = [...attributes.keys()].filter((name) => ![...KNOWN, 'fails', 'passes'].includes(name));
    if (odd.length > 0) throw new Error(`unknown words in the info string of an example: ${odd.join(', ')}`);
    const follows = end >= 0 && section.slice(end, match.index).trim() === '';
    fences.push({ language, words: rest, attributes, text, follows });
    end = match.index + whole.length;
  }
  return fences;
}

function isWorkbook({ language, attributes }: Fence): boolean {
  return language === 'xlsform' || /\.xlsx?$/.test(attributes.get('file') ?? '');
}

async function workbookOf(first: Fence, fences: readonly Fence[]): Promise<FileTree> {
  const workbook = first.attributes.get('file') ?? WORKBOOK;
  if (first.language !== 'xlsform') return { ...memoryTree({ [workbook]: bytesOf(first) }), workbook };
  const text = repeat(first.text, Number(first.attributes.get('repeat') ?? '0'));
  const written = await writeWorkbook(planOf(text));
  const parts = fences.flatMap((fence) => {
    const part = fence.attributes.get('part');
    return part === undefined ? [] : [[part, bytesOf(fence)] as const];
  });
  const bytes = parts.length === 0 ? written : zipSync({ ...unzipSync(written), ...Object.fromEntries(parts) });
  const others = fences.filter((fence) => fence !== first && fence.attributes.has('file'));
  const beside = await Promise.all(
    others.map(async (fence) => [fence.attributes.get('file') ?? '', await fileOf(fence)] as const),
  );
  return { ...memoryTree({ [workbook]: bytes, ...Object.fromEntries(beside) }), workbook };
}

async function fileOf(fence: Fence): Promise<Uint8Array> {
  return fence.language === 'xlsform' ? writeWorkbook(planOf(fence.text)) : bytesOf(fence);
}

function treeOf(fences: readonly Fence[], { attributes }: Fence): FileTree {
  const named = fences.map((fence) => ({ fence, path: fence.attributes.get('file') ?? 'example.yaml' }));
  const isWhole = attributes.has('missing') || attributes.has('areas');
  const tree = memoryTree({
    ...(isWhole ? {} : { 'dictionary.yaml': manifest(attributes.get('profiles')) }),
    ...Object.fromEntries(named.map(({ fence, path }) => [path, bytesOf(fence)])),
  });
  const locked = new Set(named.filter(({ fence }) => fence.attributes.has('locked')).map(({ path }) => path));
  const reason = reasonOf(Object.assign(new Error('busy'), { code: 'EBUSY' }));
  return { ...tree, read: (file) => (locked.has(file) ? { path: file, reason } : tree.read(file)) };
}

function bytesOf({ text: whole, attributes }: Fence): Uint8Array {
  const text = attributes.has('cut') ? whole.replace(/\n$/, '') : whole;
  const repeated = repeat(text, Number(attributes.get('repeat') ?? '0'));
  return encode(attributes.has('controls') ? withControls(repeated) : repeated, attributes.get('encoding') ?? 'utf-8');
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  // As Excel writes it: with a byte order mark.
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding !== 'utf-8') throw new Error(`the examples have no encoding ${encoding}`);
  return Buffer.from(text, 'utf8');
}

/** U+2400 … U+241F are the signs that stand for control characters. */
function withControls(text: string): string {
  return text.replaceAll(/[\u2400-\u241F]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2400));
}

/** Repeats what stands before `…`: the words of a text, the line above, or the lines that a deeper `…` stands in. */
function repeat(text: string, times: number): string {
  if (times === 0) return text;
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() === '…');
  if (at < 0) return text.replace(/(?<=: )[^:]* (?=…)/, (words) => words.repeat(times)).replace('…', '');
  const deeper = indentOf(lines[at]) > indentOf(lines[at - 1]);
  const from = deeper ? lines.findLastIndex((line, index) => index < at && line.trimStart().startsWith('- ')) : at - 1;
  const step = deeper ? indentOf(lines[at]) - indentOf(lines[from]) : 0;
  const block = lines.slice(from, at);
  const copies = Array.from({ length: times }, (_, index) =>
    block.map((line) => ' '.repeat(step * index) + line.replaceAll(/\d+/g, (digits) => String(Number(digits) + index))),
  );
  return [...lines.slice(0, from), ...copies.flat(), ...lines.slice(at + 1)].join('\n');
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length;
}
