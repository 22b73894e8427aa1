import { concat, slice, written } from '../../source/source-string.ts';
import { other, pleaseSpecify, type Wording, wordingIn } from '../../vocabulary/wording.ts';
import type { Code, CodeList } from '../code-list.ts';
import type { Text } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Item, Question } from '../item.ts';
import { asFormula, asLocalText } from '../parse.ts';
import { asTypeUse, listOf } from '../type-use.ts';
import { gatherWith } from '../traits.ts';
import { mapItems } from '../walk.ts';

type Lists = ReadonlyMap<string, CodeList>;

/** The code and the ending of the question that the converter adds for `or_other` (pyxform, aliases and constants). */
export const OTHER = 'other';

const othersIn = gatherWith('or_other', (item) => (item.kind === 'question' && item.type.orOther ? [item] : []));

/** Spells `or_other` out, because the converter's own texts are English in every language. */
export function expandOrOther(form: Form, lists: Lists): { readonly form: Form; readonly lists: Lists } {
  if (othersIn(form.items).length === 0) return { form, lists };
  const extended = new Map(lists);
  const items = mapItems(form.items, (item) => {
    if (item.kind === 'section' || !item.type.orOther) return [item];
    const list = extended.get(listOf(item.type)?.string.text ?? '');
    if (list && !list.codes.some((code) => code.name.string.text === OTHER))
      extended.set(list.name, { ...list, codes: [...list.codes, otherCode(item, form)] });
    return [withOtherOffered(withoutOther(item), lists), otherQuestion(item, form)];
  });
  return { form: { ...form, items }, lists: extended };
}

function withoutOther(question: Question): Question {
  const { string, origin } = question.type;
  const end = string.text.search(/\s+or[_ ](specify )?other$/);
  return { ...question, type: asTypeUse({ string: slice(string, { start: 0, end }), origin }) };
}

/** The code that is added here has no columns, so that a written filter would never let it through. */
function withOtherOffered(question: Question, lists: Lists): Question {
  const { choice_filter: filter } = question.facets;
  const list = lists.get(listOf(question.type)?.string.text ?? '');
  if (!filter || !list || list.codes.some((code) => code.name.string.text === OTHER)) return question;
  const more = written(` or name = '${OTHER}'`, filter.origin.location);
  return {
    ...question,
    facets: { ...question.facets, choice_filter: asFormula({ ...filter, string: concat(filter.string, more) }) },
  };
}

export function otherCode({ type }: Question, form: Form): Code {
  return {
    name: { string: written(OTHER, type.origin.location), origin: type.origin },
    texts: { label: textOf(other, form, type.origin) },
    attributes: new Map(),
    special: 'other',
    exclusive: false,
    retired: undefined,
    origin: type.origin,
  };
}

function otherQuestion({ name, type }: Question, form: Form): Item {
  const { origin } = type;
  const at = origin.location;
  const relevant = written(`selected(\${${name.string.text}}, '${OTHER}')`, at);
  return {
    kind: 'question',
    name: { string: written(`${name.string.text}_${OTHER}`, at), origin },
    type: asTypeUse({ string: written('text', at), origin }),
    facets: { label: textOf(pleaseSpecify, form, origin), relevant: asFormula({ string: relevant, origin }) },
    columns: new Map(),
    meaning: {},
    variable: undefined,
    origin,
  };
}

function textOf(wording: Wording, form: Form, origin: Text['origin']): Text {
  const tags = form.languages.length > 0 ? form.languages : [form.defaultLanguage];
  return {
    origin,
    byLanguage: new Map(
      tags.map((tag) => [tag, asLocalText({ string: written(wordingIn(wording, tag), origin.location), origin })]),
    ),
  };
}
