import type { Location } from '../core/location.ts';
import type { Facets } from '../model/item.ts';
import { isText, type Written } from '../source/yaml/write.ts';
import { isSurveyColumn } from '../vocabulary/columns.ts';
import { agreed } from './agree.ts';
import { type Asking, askedOf } from './questions.ts';
import { tagsOf } from './workbook.ts';

/**
 * The keys in which two askings of one name contradict each other about what is asked; none where only their code lists
 * differ, which bear one name in the workbooks and are told by themselves.
 */
export function askedParts(one: Asking, other: Asking): readonly string[] {
  const keys = new Set([...askedOf(one).written.keys(), ...askedOf(other).written.keys()]);
  const isOneType = one.question.type.string.text === other.question.type.string.text;
  return [...keys].filter((key) => differs(key, one, other) && !(key === 'type' && isOneType));
}

/** What decides which answers are valid; everything else is a matter of each form. */
const LOGIC = ['constraint', 'calculation', 'choice_filter', 'default', 'parameters'] as const;

/** The keys in which two askings of one variable accept other answers. */
export function logicParts(one: Asking, other: Asking): readonly string[] {
  return LOGIC.filter((key) => differs(key, one, other));
}

function differs(key: string, one: Asking, other: Asking): boolean {
  const version = ({ keys, form }: Asking): { written: Written; tags: ReadonlySet<string> } => {
    return { written: keys.get(key) ?? '', tags: tagsOf(form) };
  };
  return agreed(version(one), version(other)) === undefined;
}

/** The cell in which an asking differs from another one in a key; that of its name where it has no such cell. */
export function placeOfKey(asking: Asking, other: Asking, key: string | undefined): Location {
  const { question } = asking;
  if (key === 'type') return question.type.origin.location;
  const facet = key !== undefined && isSurveyColumn(key) ? question.facets[key] : undefined;
  if (facet === undefined || key === undefined) return question.name.origin.location;
  return 'byLanguage' in facet ? placeOfText(facet, asking, other, key) : facet.origin.location;
}

type AnyText = NonNullable<Facets['label']>;

/** The first language in which the two differ. */
function placeOfText(text: AnyText, { form, keys }: Asking, other: Asking, key: string): Location {
  const [own, others] = [keys.get(key) ?? '', other.keys.get(key) ?? ''];
  if (!isText(own) || !isText(others)) return text.origin.location;
  const differing = form.languages.find((language) => {
    const tag = form.adopted.tagOf(language);
    return tagsOf(other.form).has(tag) && own.byTag.get(tag) !== others.byTag.get(tag);
  });
  return (text.byLanguage.get(differing?.tag ?? '') ?? text).origin.location;
}
