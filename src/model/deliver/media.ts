import type { Code } from '../code-list.ts';
import { MULTIPLE, type Plain, type Text } from '../facets.ts';
import { mediaOf } from '../texts.ts';
import { gather } from '../walk.ts';
import type { Delivery } from './delivery.ts';
import { baseName, loadedFile } from './instances.ts';

/** The files that a form attaches, by the name that the form knows them by, with the first place that names each. */
export function mediaNames(delivery: Delivery): ReadonlyMap<string, Plain> {
  const { form } = delivery;
  const served = new Set(
    form.attachments.filter(({ from }) => from === 'server').map(({ file }) => baseName(file.string.text)),
  );
  const names = new Map<string, Plain>();
  for (const plain of namedFiles(delivery)) {
    const name = baseName(plain.string.text);
    if (name !== '' && !served.has(name) && !names.has(name)) names.set(name, plain);
  }
  return names;
}

/** The files that items name: of their type, and of the media that they show. */
const filesOf = gather((item): readonly (Plain | Text)[] => {
  const loaded = loadedFile(item);
  return [...(loaded ? [loaded.file] : []), ...mediaOf(item)];
});

/** Every file that a form attaches, wherever it is named: by types, texts, codes, and under attachments. */
export function namedFiles(delivery: Delivery): readonly Plain[] {
  const { form, inline } = delivery;
  return [
    ...filesOf(form.items).flatMap((file) => ('byLanguage' in file ? filesIn(file, delivery) : [file])),
    ...inline.flatMap((list) => list.codes.flatMap((code) => filesOfCode(code, delivery))),
    ...form.attachments.map(({ file }) => file),
  ];
}

function filesOfCode({ texts }: Code, delivery: Delivery): readonly Plain[] {
  return Object.entries(texts).flatMap(([column, text]) => (column === 'label' ? [] : filesIn(text, delivery)));
}

/** The files of the languages that the form has. */
function filesIn({ byLanguage }: Text, { form }: Delivery): readonly Plain[] {
  const { languages } = form;
  return [...byLanguage].flatMap(([tag, file]) =>
    languages.length === 0 || tag === MULTIPLE || languages.includes(tag) ? [file] : [],
  );
}
