import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { physicalName } from '../../src/model/code-list.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import { codeKey, itemKey } from '../../src/model/places.ts';
import { walk } from '../../src/model/walk.ts';
import { diskTree } from '../../src/source/files.ts';
import { placesBuilt } from '../../src/xlsform/rows/places.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';

const { dictionary } = compileDictionary(
  diskTree(fileURLToPath(new URL('../../dictionary', import.meta.url)), 'dictionary/'),
);
if (!dictionary) throw new Error('the shipped dictionary does not compile');
const cases = [...dictionary.forms.values()].flatMap((form) =>
  (['kobo', 'odk', 'xlsform'] as const).map((profile) => ({ name: form.name.string.text, form, profile })),
);

test.each(cases)('every row of $name for $profile is where it is said to be', ({ form, profile }) => {
  const delivery = deliver(dictionary, form, profile);
  const { plan } = formWorkbook(delivery, dictionary);
  const places = placesBuilt(delivery);
  const nameAt = (key: string): string | undefined => {
    const { sheet: name, row } = places.get(key) ?? { sheet: '', row: 0 };
    const sheet = plan.sheets.find((each) => each.name === name);
    return sheet?.rows[row - 2]?.cells[sheet.columns.findIndex(({ header }) => header === 'name')];
  };
  for (const { item, path } of walk(delivery.form.items))
    expect(nameAt(itemKey(path, item))).toBe(item.name.string.text);
  for (const list of delivery.inline)
    for (const { name } of list.codes)
      expect(nameAt(codeKey(physicalName(list), name.string.text))).toBe(name.string.text);
});
