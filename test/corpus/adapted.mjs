// Copies of a workbook that somebody adapted, made again as layers: the master is imported, and a country of a few lines is
// laid over it. What is built from that, read back, must be what people had written by hand: each row of each sheet, to the
// last column that they did not touch. No converter takes these workbooks, so their XForms cannot be compared.
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { adopt } from '../../dist/adopt/adopt.js';
import { readSource } from '../../dist/cli/checked-source.js';
import { compileProject } from '../../dist/dictionary/compile.js';
import { deliver } from '../../dist/model/deliver/deliver.js';
import { walk } from '../../dist/model/walk.js';
import { memoryTree, workbookTree } from '../../dist/source/files.js';
import { formWorkbook } from '../../dist/xlsform/rows/workbook.js';
import { OPTIONS, PROFILE, READING, build } from './passage.mjs';

const COUNTRY = 'xa';
const SOURCE = 'unhcr-americas_XlsFormUtil__demo';

/** The adapted workbooks of each master, with what their authors did: changes of its form. `labelOf` reads the adapted one. */
const ADAPTED = [
  {
    master: `${SOURCE}.xlsx`,
    workbook: `${SOURCE}_adapt1.xlsx`,
    changes: () => ['remove: [more_hh_members, more_hh_members_add, more_hh_members_donotadd]'],
  },
  {
    master: `${SOURCE}.xlsx`,
    workbook: `${SOURCE}_adapt2.xlsx`,
    changes: (labelOf) => [
      `{ item: begin_interview, label: ${labelOf('begin_interview')} }`,
      `{ item: floor, type: select_multiple floor_list, label: ${labelOf('floor')} }`,
    ],
  },
];

/**
 * Compares what layers make of a master with each adapted workbook that the corpus has.
 * @param corpus folder of real forms
 * @param folder where the workbooks that are built go
 */
export async function proveAdapted(corpus, folder, tally) {
  for (const { master, workbook, changes } of ADAPTED) {
    const [from, to] = [master, workbook].map((name) => join(corpus, name));
    if (!(await Promise.all([from, to].map(isThere))).every(Boolean)) continue;
    const lines = changes(labelsIn(to));
    const what = `${workbook} as a layer of ${lines.length} ${lines.length > 1 ? 'changes' : 'change'} over ${master}`;
    const found = difference(to, await layered(from, lines, join(folder, workbook)));
    if (found === null) tally.pass(what);
    else tally.fail(what, found);
    const without = difference(to, await layered(from, [], join(folder, 'without', workbook)));
    if (without === null) tally.fail(what, 'the master is the same without the layer: nothing was proved');
    else tally.pass(`${workbook} is not its master: ${without.split('\n')[0]}`);
  }
}

/** Builds the form of the country; gives the path of the workbook. */
async function layered(master, changes, target) {
  const files = Object.fromEntries(adopt([dictionaryOf(master)], OPTIONS, () => undefined).files);
  const [name] = dictionaryOf(master).forms.keys();
  const layer = ['forms:', `  ${name}:`, '    change:', ...changes.map((change) => `      - ${change}`)];
  const text = [`country: ${COUNTRY}`, ...(changes.length > 0 ? layer : []), ''].join('\n');
  const { countries } = compileProject(memoryTree({ ...files, [`countries/${COUNTRY}/country.yaml`]: text }));
  const { dictionary, diagnostics } = countries[0].compile();
  const mistake = diagnostics.find(({ severity }) => severity === 'error');
  if (mistake) throw new Error(`the layer cannot be read: ${mistake.message}`);
  const { built, findings } = await build(dictionary, dictionary.forms.get(name), target);
  if (built === null) throw new Error(findings.map(({ message }) => message).join('\n'));
  return built;
}

/** The first cell that differs, or null. */
function difference(expected, actual) {
  const [one, other] = [expected, actual].map(rowsOf);
  const at = Math.max(one.length, other.length);
  for (let index = 0; index < at; index++)
    if (one[index] !== other[index])
      return `expected: ${one[index] ?? 'nothing'}\nbuilt:    ${other[index] ?? 'nothing'}`;
  return null;
}

/** Every filled cell of the form that a workbook holds, in the order of its rows; columns may stand in another order. */
function rowsOf(path) {
  const dictionary = dictionaryOf(path);
  const [form] = dictionary.forms.values();
  const { sheets } = formWorkbook(deliver(dictionary, form, PROFILE), dictionary).plan;
  return sheets.flatMap(({ name, columns, rows }) =>
    rows.map(({ cells }, row) => {
      const filled = columns.flatMap(({ header }, column) => (cells[column] ? [[header, cells[column]]] : []));
      return `${name} row ${row + 2}: ${JSON.stringify(Object.fromEntries(filled.toSorted()))}`;
    }),
  );
}

function dictionaryOf(path) {
  const tree = workbookTree(dirname(path), '', basename(path));
  return readSource(tree, READING).dictionary;
}

/** The texts that the adapted workbook has, as YAML: they belong to it and are not kept here. */
function labelsIn(path) {
  const [form] = dictionaryOf(path).forms.values();
  const items = walk(form.items).map(({ item }) => item);
  return (name) => {
    const { facets } = items.find((item) => item.name.string.text === name);
    const [text] = facets.label.byLanguage.values(); // in English, the language of what the import writes without one
    return JSON.stringify(text.string.text);
  };
}

async function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
