import { concat, written } from '../../source/source-string.ts';
import { notTogether, wordingIn } from '../../vocabulary/wording.ts';
import type { CodeList } from '../code-list.ts';
import type { LocalText, Text } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Item, Question } from '../item.ts';
import { joinAnd } from '../join.ts';
import { asFormula, asLocalText } from '../parse.ts';
import { listOf } from '../type-use.ts';
import { mapItems } from '../walk.ts';

/** Codes that cannot stand beside another answer become part of the constraint of a select_multiple, with a message. */
export function applyExclusive(form: Form, lists: ReadonlyMap<string, CodeList>): Form {
  return { ...form, items: mapItems(form.items, (item) => [withConstraint(item, form, lists)]) };
}

function withConstraint(item: Item, form: Form, lists: ReadonlyMap<string, CodeList>): Item {
  if (item.kind === 'section' || !item.type.word.startsWith('select_multiple')) return item;
  const codes = (lists.get(listOf(item.type)?.string.text ?? '')?.codes ?? []).filter((code) => code.exclusive);
  const [first] = codes;
  if (!first) return item;
  const chosen = codes.map(({ name }) => `selected(., '${name.string.text}')`).join(' or ');
  const { origin } = first;
  const alone = asFormula({ string: written(`count-selected(.) <= 1 or not(${chosen})`, origin.location), origin });
  return {
    ...item,
    facets: {
      ...item.facets,
      constraint: joinAnd(item.facets.constraint, alone),
      constraint_message: message(item, form, first.origin),
    },
  };
}

/** The author's message first, where there is one: both conditions can be what is not met. */
function message({ facets }: Question, form: Form, origin: Text['origin']): Text {
  const own = facets.constraint && facets.constraint_message;
  const tags = form.languages.length > 0 ? form.languages : [form.defaultLanguage];
  const texts = tags.map((tag) => [tag, sentence(own, tag, form, origin)] as const);
  return { byLanguage: new Map(texts), origin: own?.origin ?? origin };
}

function sentence(own: Text | undefined, tag: string, form: Form, origin: Text['origin']): LocalText {
  const added = written(wordingIn(notTogether, tag), origin.location);
  const text =
    own && (own.byLanguage.get(tag) ?? own.byLanguage.get('mul') ?? own.byLanguage.get(form.defaultLanguage));
  if (!text) return asLocalText({ string: added, origin });
  const stop = /[.!?؟。]\s*$/.test(text.string.text) ? ' ' : '. ';
  return asLocalText({ string: concat(text.string, written(stop, origin.location), added), origin: text.origin });
}
