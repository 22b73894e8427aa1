import type { Item, Question, Section } from '../model/item.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { itemKeys, questionKeys } from './keys.ts';
import { type NamedQuestion, ownKeys } from './questions.ts';
import type { AdoptedForm } from './workbook.ts';

type Questions = ReadonlyMap<string, NamedQuestion>;

/** The items of a form: variables by their names, everything else with what it is. */
export function writtenItems(items: readonly Item[], form: AdoptedForm, questions: Questions): readonly Written[] {
  return items.map((item) =>
    item.kind === 'section' ? writtenSection(item, form, questions) : writtenAsk(item, form, questions),
  );
}

function writtenAsk(question: Question, form: AdoptedForm, questions: Questions): Written {
  const name = question.name.string.text;
  const keys = questionKeys(question, form);
  const variable = questions.get(name)?.variable;
  const own = variable ? ownKeys({ keys, form }, variable) : keys;
  return variable && own.size === 0 ? name : new Map<string, Written>([['ask', name], ...own]);
}

function writtenSection(section: Section, form: AdoptedForm, questions: Questions): WrittenMap {
  const { type, list, items, name } = section;
  const word = type === 'repeat' ? 'repeat' : 'group';
  const kind = type === 'loop' ? `loop over ${form.listName(list?.string.text ?? '')}` : type;
  return new Map<string, Written>([
    [word, name.string.text],
    ...(type === 'group' || type === 'repeat' ? [] : [['type', kind] as const]),
    ...itemKeys(section, form),
    ['items', writtenItems(items, form, questions)],
  ]);
}
