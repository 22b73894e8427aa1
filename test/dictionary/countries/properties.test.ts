import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileProject } from '../../../src/dictionary/compile.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import type { Form } from '../../../src/model/form.ts';
import { diskTree, type FileTree, memoryTree } from '../../../src/source/files.ts';
import { formWorkbook } from '../../../src/xlsform/rows/workbook.ts';
import { root } from '../../support/any-text.ts';
import { codes, placed, plainly } from '../../support/outline.ts';
import { present } from '../../support/tester.ts';

type Files = Readonly<Record<string, string>>;

const CORE: Files = {
  'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English }\nprofiles: [kobo]\n',
  'core.yaml': `codelists: { need: { codes: { food: Food, water: Water } } }
variables: { size: { type: integer, label: Size }, need: { type: select_one need, label: Need } }
modules: { camp: { items: [size, need] } }
forms: { visit: { title: Visit, items: [{ use: camp }] } }
`,
};

/** What a country may write, each in a file of its own. */
const LAYER = [
  'codelists: { need: { add: { xa_fuel: Fuel }, remove: [food] } }',
  'variables: { size: { label: How many?, constraint: . < 9 } }',
  'variables: { xa_card: { type: text, label: Card } }',
  'modules: { camp: { change: [{ last_in: camp, add: [xa_card] }] } }',
  'forms: { visit: { settings: { style: pages }, change: [{ move: need, before: size }] } }',
  'forms: { xa_call: { title: Call, items: [xa_card, size] } }',
];

function countryOf(tree: FileTree, id = 'xa'): Dictionary {
  const { countries } = compileProject(tree);
  const country = present(
    countries.find((each) => each.id === id),
    `country ${id}`,
  );
  return present(country.compile().dictionary, `dictionary of ${id}`);
}

/** What forms and lists come to, without the places where it is written. */
function outlineOf({ forms, codeLists }: Dictionary): readonly string[] {
  const shown = [...forms].map(([name, form]) => `${name}\n${placed(form, 'label', 'constraint')}`);
  return [...shown, ...[...codeLists.values()].map((list) => codes(list))].toSorted();
}

/** The workbook as text, without what a country says of itself: its id, the version that follows from it, and the width of both. */
function cellsOf(form: Form, dictionary: Dictionary): string {
  const { plan, version, stamp = '' } = formWorkbook(deliver(dictionary, form, 'kobo'), dictionary);
  const text = JSON.stringify(plainly(plan))
    .replaceAll(version, 'VERSION')
    .replaceAll(stamp, 'STAMP')
    .replaceAll(/\["width",\d+\]/g, '');
  return dictionary.country ? text.replaceAll(`"xa_${form.name.string.text}"`, `"${form.name.string.text}"`) : text;
}

it('a country that says nothing has the workbooks of the core, but for id, version and stamp', () => {
  const disk = diskTree(root, '');
  const layer = 'countries/xa/country.yaml';
  const tree: FileTree = {
    ...disk,
    paths: [...disk.paths.filter((path) => !path.startsWith('countries/')), layer].toSorted(),
    read: (path) => (path === layer ? new TextEncoder().encode('country: xa\n') : disk.read(path)),
  };
  const dictionary = countryOf(tree);
  const { core } = present(dictionary.country, 'country');
  expect(core.forms.size).toBeGreaterThan(2);
  for (const [name, form] of core.forms)
    expect(cellsOf(present(dictionary.forms.get(name), name), dictionary)).toBe(cellsOf(form, core));
});

const parts = fc.subarray([...LAYER.keys()]);

function layerOf(id: string, chosen: readonly number[]): Files {
  const files = chosen.map((part) => [`countries/${id}/${part}.yaml`, (LAYER[part] ?? '').replaceAll('xa_', `${id}_`)]);
  return { [`countries/${id}/country.yaml`]: `country: ${id}\n`, ...Object.fromEntries(files) };
}

it('the layers of two countries never influence each other', () => {
  fc.assert(
    fc.property(parts, parts, (own, other) => {
      const alone = countryOf(memoryTree({ ...CORE, ...layerOf('xb', own) }), 'xb');
      const beside = countryOf(memoryTree({ ...CORE, ...layerOf('xa', other), ...layerOf('xb', own) }), 'xb');
      expect(plainly(beside)).toEqual(plainly(alone));
    }),
    { numRuns: 50 },
  );
});

it('in which files and in which order a country writes makes no difference', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...LAYER.keys()], { minLength: LAYER.length }), (order) => {
      const shuffled = order.map((part, index) => [`countries/xa/${index}.yaml`, LAYER[part] ?? ''] as const);
      const files = { ...CORE, 'countries/xa/country.yaml': 'country: xa\n', ...Object.fromEntries(shuffled) };
      const whole = layerOf('xa', [...LAYER.keys()]);
      expect(outlineOf(countryOf(memoryTree(files)))).toEqual(outlineOf(countryOf(memoryTree({ ...CORE, ...whole }))));
    }),
    { numRuns: 50 },
  );
});
