import type { Location } from '../core/location.ts';
import type { Report } from '../diagnostics/collector.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/quote.ts';
import type { Written } from '../source/yaml/write.ts';
import type { Class } from './agree.ts';
import { listParts, placeOfList } from './list-differences.ts';
import type { OnConflict } from './on-conflict.ts';
import { askedParts, logicParts, placeOfKey } from './question-differences.ts';
import type { Asking, NamedQuestion } from './questions.ts';
import type { Holding, NamedList, SharedLists } from './share-lists.ts';
import { type AdoptedForm, nameOf } from './workbook.ts';

/** A name of which workbooks say different things. */
interface Difference<Use> {
  readonly what: 'question' | 'code list';
  readonly name: string;
  readonly classes: readonly Class<Use, Written>[];
  /** The class that all forms take. */
  readonly chosen: Class<Use, Written> | undefined;
  readonly partsOf: (one: Use, other: Use) => readonly string[];
  /** Where a use says something else than another one. */
  readonly placeOf: (use: Use, other: Use) => Location;
}

/** Tells where workbooks contradict each other, with the places side by side, and what becomes of it. */
export function reportDifferences(
  { questions, lists }: { readonly questions: readonly NamedQuestion[]; readonly lists: SharedLists },
  onConflict: OnConflict,
  report: Report,
): void {
  for (const each of questions) tell(askedDifference(each), onConflict, report);
  for (const each of questions) tellLogic(each, report);
  for (const each of lists.named) tell(listDifference(each), onConflict, report);
  tellAlike(lists, report);
}

function askedDifference({ name, classes, chosen }: NamedQuestion): Difference<Asking> {
  return { what: 'question', name, classes, chosen, partsOf: askedParts, placeOf: placeOfAsked };
}

function placeOfAsked(asking: Asking, other: Asking): Location {
  return placeOfKey(asking, other, askedParts(asking, other)[0]);
}

function listDifference({ name, classes, chosen }: NamedList): Difference<Holding> {
  return { what: 'code list', name, classes, chosen, partsOf: listParts, placeOf: placeOfList };
}

function tell<Use extends { readonly form: AdoptedForm }>(
  difference: Difference<Use>,
  onConflict: OnConflict,
  report: Report,
): void {
  const { classes, chosen, partsOf } = difference;
  const [first, ...others] = chosen ? [chosen, ...classes.filter((each) => each !== chosen)] : classes;
  if (!first) return;
  const [use] = first.uses;
  const differing = others.filter(({ uses }) => partsOf(use, uses[0]).length > 0);
  if (!chosen) tellKept(difference, use, differing, onConflict, report);
  else for (const { uses } of differing) tellReplaced(difference, uses, use, report);
}

/** The first cell that differs, and beside it that of every other class. */
function tellKept<Use extends { readonly form: AdoptedForm }>(
  { what, name, partsOf, placeOf }: Difference<Use>,
  use: Use,
  differing: readonly Class<Use, Written>[],
  onConflict: OnConflict,
  report: Report,
): void {
  const other = differing[0]?.uses[0];
  if (!other) return;
  const related = differing.map(({ uses }): Related => {
    return { message: `in ${namesOf(uses)}`, location: placeOf(uses[0], use) };
  });
  const kept = onConflict === 'stop' ? 'nothing was written' : 'each form keeps its own';
  report(
    'definitions-differ',
    placeOf(use, other),
    { what, name, parts: partsOf(use, other), kept },
    { related, ...(onConflict === 'stop' ? { severity: 'error' as const } : {}) },
  );
}

function tellReplaced<Use extends { readonly form: AdoptedForm }>(
  { what, name, partsOf, placeOf }: Difference<Use>,
  replaced: Class<Use, Written>['uses'],
  chosen: Use,
  report: Report,
): void {
  const [use] = replaced;
  report(
    'definition-replaced',
    placeOf(use, chosen),
    { what, name, parts: partsOf(use, chosen), forms: formsOf(replaced) },
    { related: [{ message: `as ${nameOf(chosen.form)} has it`, location: placeOf(chosen, use) }] },
  );
}

/** One variable that its forms limit or compute in different ways: the differences stand where it is asked. */
function tellLogic({ name, chosen }: NamedQuestion, report: Report): void {
  const [use, ...others] = chosen?.uses ?? [];
  const other = use && others.find((each) => logicParts(use, each).length > 0);
  if (!use || !other) return;
  const parts = logicParts(use, other);
  const [first] = parts;
  report(
    'definitions-differ',
    placeOfKey(use, other, first),
    { what: 'question', name, parts, kept: 'it is one variable, and each form adds what is its own' },
    { related: [{ message: `in ${nameOf(other.form)}`, location: placeOfKey(other, use, first) }] },
  );
}

function tellAlike({ named, alike }: SharedLists, report: Report): void {
  const holdings = new Map(named.map(({ name, classes }) => [name, classes[0]?.uses[0]]));
  for (const [name, other] of alike) {
    const [own, first] = [holdings.get(name), holdings.get(other)];
    if (own && first)
      report(
        'lists-alike',
        own.list.origin.location,
        { name, other },
        { related: [{ message: 'the other one', location: first.list.origin.location }] },
      );
  }
}

function formsOf(uses: readonly { readonly form: AdoptedForm }[]): readonly string[] {
  return [...new Set(uses.map(({ form }) => nameOf(form)))];
}

const FEW = 3;

function namesOf(uses: readonly { readonly form: AdoptedForm }[]): string {
  const names = formsOf(uses);
  return names.length > FEW ? `${names.slice(0, FEW).join(', ')} and ${names.length - FEW} more` : listed(names, 'and');
}
