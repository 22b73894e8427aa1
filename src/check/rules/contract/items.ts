import { compareQuestions } from '../../../model/compare/compare-items.ts';
import type { Difference, ItemSubject } from '../../../model/compare/difference.ts';
import {
  levelsAround,
  levelsBetween,
  levelsOfItem,
  levelsOfVariable,
  type Lock,
  lockOn,
} from '../../../model/contract/locks-on.ts';
import type { Form } from '../../../model/form.ts';
import type { Item, Question, Section } from '../../../model/item.ts';
import { byItemName } from '../../../model/item-names.ts';
import type { Visit } from '../../../model/walk.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import { checkFacet } from './facets.ts';
import { tellLocked } from './tell.ts';
import type { Terms } from './terms.ts';

type ItemDifference = Difference<ItemSubject>;

/** A question or section that a form has in another way than the core, elsewhere, or not at all; or that it has besides. */
export function checkItem(difference: ItemDifference, terms: Terms): void {
  const { subject, facet } = difference;
  const { before, after } = subject;
  if (!before) {
    if (after) checkAdded(difference, after, terms);
    return;
  }
  const levels = levelsOfItem(before.item, subject.forms.before, terms.core);
  if (facet !== 'remove' && facet !== 'order') return checkFacet(difference, levels, terms);
  const lock = lockOn(levels, facet) ?? lockOnSections(subject, before, terms);
  if (lock) tellLocked(difference, lock, terms);
}

/** What is left out, or goes into another section, is taken out of the one it stood in, and added to the other. */
function lockOnSections({ after, forms }: ItemSubject, before: Visit, terms: Terms): Lock | undefined {
  const [from, to] = [before.path.at(-1), after?.path.at(-1)];
  if (after && from?.name.string.text === to?.name.string.text) return undefined;
  const word = wordOf(before.item);
  const left = lockOn(levelsAround(before, forms.before, terms.core), word);
  return left ?? (to && lockInside(to, forms.before, word, terms));
}

function checkAdded(difference: ItemDifference, { item, path }: Visit, terms: Terms): void {
  const { forms } = difference.subject;
  const parent = path.at(-1);
  const lock = parent ? lockInside(parent, forms.before, wordOf(item), terms) : lockBeside(item, forms, terms);
  if (lock) tellLocked(difference, lock, terms);
  if (item.kind === 'question') checkAsked(item, difference.path, terms);
}

/** What the device fills by itself stands apart from what is asked. */
function wordOf(item: Item): string {
  return item.kind === 'question' && questionTypes.get(item.type.word)?.metadata ? 'metadata' : 'items';
}

/** The lock on what a section of the core holds; none on what a section of the country does. */
function lockInside(section: Section, form: Form, word: string, { core }: Terms): Lock | undefined {
  const known = byItemName(form.items).get(section.name.string.text);
  if (known?.item.kind !== 'section') return undefined;
  return lockOn(levelsAround({ item: known.item, path: [...known.path, known.item] }, form, core), word);
}

/** Between two items of one use of a module is inside the module. */
function lockBeside(item: Item, { before, after }: ItemSubject['forms'], { core }: Terms): Lock | undefined {
  const known = byItemName(before.items);
  const at = after.items.indexOf(item);
  const isKnown = (each: Item): boolean => known.has(each.name.string.text);
  const beside = [after.items.slice(0, at).findLast(isKnown), after.items.slice(at).find(isKnown)] as const;
  return lockOn(levelsBetween(...beside, before, core), wordOf(item));
}

/** A variable of the core that the core's form does not ask is asked in the words of the core. */
export function checkAsked(item: Question, path: string, terms: Terms): void {
  const variable = terms.core.variables.get(item.variable ?? '');
  if (!variable || !item.asked) return;
  const subject = { kind: 'variable', before: variable, after: item } as const;
  const levels = levelsOfVariable(variable, terms.core);
  for (const each of compareQuestions(variable, item, { subject, path, name: item.name.string.text }))
    // Of whom it is asked is a matter of the form that asks it.
    if (each.facet !== 'relevant' || each.before) checkFacet(each, levels, terms);
}
