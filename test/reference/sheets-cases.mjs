// The mistakes that the converters check for, one small workbook each, as tables in Markdown (`sheets/*.md`).
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDictionary, memoryTree } from '../../dist/index.js';
import { createCollector } from '../../dist/diagnostics/collector.js';
import { writeWorkbook } from '../../dist/formats/xlsx-write.js';
import { compileWorkbook } from '../../dist/xlsform/read/compile-workbook.js';
import { planOf } from '../support/workbook-tables.mjs';

const PAGES = fileURLToPath(new URL('sheets/', import.meta.url));
const FILE = 'form.xlsx';

/** Every case: its `id`, the facts that README.md names, the fence `kind` (`xlsform` or `text`) and its `text`. */
export async function readSheetCases() {
  const files = (await readdir(PAGES)).filter((file) => file.endsWith('.md')).toSorted();
  const pages = await Promise.all(files.map((file) => readFile(join(PAGES, file), 'utf8')));
  return pages.flatMap((page) => page.split(/^## /mu).slice(1).map(caseOf));
}

function caseOf(section) {
  const id = section.slice(0, section.indexOf('\n')).trim();
  const [, kind, text] = /^```(\w+)\n([\s\S]*?)^```$/mu.exec(section) ?? [];
  if (text === undefined) throw new Error(`${id} has no workbook`);
  const facts = [...section.matchAll(/^- (\w[\w ]*): (.*)$/gmu)].map(([, key, value]) => [key, value.trim()]);
  return { id, kind, text, ...Object.fromEntries(facts.map(([key, value]) => [key, value.replaceAll('`', '')])) };
}

/** Writes the workbook of a case; gives its path and its bytes. */
export async function writeCase({ id, kind, text }, folder) {
  const bytes = kind === 'xlsform' ? await writeWorkbook(planOf(text)) : Buffer.from(withControls(text));
  const workbook = join(folder, `${id}.xlsx`);
  await mkdir(dirname(workbook), { recursive: true });
  await writeFile(workbook, bytes);
  return { workbook, bytes };
}

/** U+2400 … U+241F are the signs that stand for control characters. */
function withControls(text) {
  return text.replaceAll(/[\u2400-\u241F]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0) - 0x2400));
}

/** What `check FILE` finds; what is asked for KoboToolbox is the file as it stands. */
export function checkWorkbook(bytes, profiles) {
  const { dictionary, diagnostics } = compileWorkbook(memoryTree({ [FILE]: bytes }), FILE);
  const collector = createCollector();
  for (const each of [...diagnostics, ...(dictionary ? checkDictionary(dictionary, profiles) : [])])
    collector.add(each);
  return collector.diagnostics();
}
