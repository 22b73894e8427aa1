import { concat, written } from '../../source/source-string.ts';
import { notTogether, wordingIn } from '../../vocabulary/wording.ts';
import type { CodeList } from '../code-list.ts';
import { type LocalText, type Text, textIn } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Item, Question } from '../item.ts';
import { joinAnd } from '../join.ts';
import { asFormula, asLocalText } from '../parse.ts';
import { listOf } from '../type-use.ts';
import { mapItems } from '../walk.ts';
import { literal } from '../../expression/literal.ts';

/**
 * Codes that cannot stand beside another answer become part of the constraint of a select_multiple, with a message. An
 * author's message that is missing in a language is there in the `fallback` language, where one is given.
 */
export function applyExclusive(form: Form, lists: ReadonlyMap<string, CodeList>, fallback: string | undefined): Form {
  const exclusive = [...lists.values()].some(({ codes }) => codes.some((code) => code.exclusive));
  if (!exclusive) return form;
  return { ...form, items: mapItems(form.items, (item) => [withConstraint(item, form, lists, fallback)]) };
}

function withConstraint(
  item: Item,
  form: Form,
  lists: ReadonlyMap<string, CodeList>,
  fallback: string | undefined,
): Item {
  if (item.kind === 'section' || !item.type.word.startsWith('select_multiple')) return item;
  const codes = (lists.get(listOf(item.type)?.string.text ?? '')?.codes ?? []).filter((code) => code.exclusive);
  const [first] = codes;
  if (!first) return item;
  const chosen = codes.map(({ name }) => `selected(., ${literal(name.string.text)})`).join(' or ');
  const { origin } = first;
  const alone = asFormula({ string: written(`count-selected(.) <= 1 or not(${chosen})`, origin.location), origin });
  return {
    ...item,
    facets: {
      ...item.facets,
      constraint: joinAnd(item.facets.constraint, alone),
      constraint_message: message(item, form, first.origin, fallback),
    },
  };
}

/** The author's message alone where it can mean nothing else, first where both conditions can be what is not met. */
function message({ facets }: Question, form: Form, origin: Text['origin'], fallback: string | undefined): Text {
  const own = facets.constraint_message;
  if (own && !facets.constraint) return own;
  const tags = form.languages.length > 0 ? form.languages : [form.defaultLanguage];
  const texts = tags.map((tag) => {
    const text = textIn(own, tag) ?? (fallback === undefined ? undefined : textIn(own, fallback));
    return [tag, sentences(text, wordingIn(notTogether, tag), origin)] as const;
  });
  return { byLanguage: new Map(texts), origin: own?.origin ?? origin };
}

function sentences(own: LocalText | undefined, more: string, origin: Text['origin']): LocalText {
  const added = written(more, origin.location);
  if (!own) return asLocalText({ string: added, origin });
  const stop = /[.!?…؟۔。।]\s*$/.test(own.string.text) ? ' ' : '. ';
  return asLocalText({ string: concat(own.string, written(stop, origin.location), added), origin: own.origin });
}
