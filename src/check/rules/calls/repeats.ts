import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Call, Path, Reference } from '../../../expression/tree.ts';
import type { Section } from '../../../model/item.ts';
import { isRepeat, repeatsOf } from '../../../model/repeats.ts';
import { gatherWith } from '../../../model/traits.ts';
import { type Visit } from '../../../model/walk.ts';
import { locate } from '../../../source/source-string.ts';
import { surveyColumnNames, surveyColumns } from '../../../vocabulary/columns.ts';
import type { Reading } from '../../readings.ts';
import { type FormView, refusedBy } from '../../rule-set.ts';
import { type FormIndex, isSingle } from './form-index.ts';

/** The columns that hold texts for people. */
const READ: ReadonlySet<string> = new Set(surveyColumnNames.filter((name) => surveyColumns[name].kind === 'text'));

const INSTANCE_NAME = 'instance_name';
/** pyxform 3.0.0 makes one entity for the whole form; where later ones put it is a matter of the rules about entities. */
const ENTITY = ['label', 'entity_id', 'create_if', 'update_if'];

/** References to what is asked many times, from where only one of the answers can be meant. */
export function checkRepeats(view: FormView, index: FormIndex, report: Report): void {
  const { form, readings, profiles } = view;
  if (repeatsIn(form.items).length === 0) return;
  const ofForm = [INSTANCE_NAME, ...(refusedBy('odk', profiles) || savesInside(view) ? [] : ENTITY)];
  for (const reading of readings) {
    const around = repeatsAround(reading, ofForm, index);
    if (!around || reading.problems.length > 0) continue;
    if (reading.tree) checkExpression(reading, around, index, report);
    else checkText(reading, around, index, report);
  }
}

const repeatsIn = gatherWith('section', (item) => (isRepeat(item) ? [item] : []));

/** What is saved from inside a repeat is told for that. */
function savesInside({ visits }: FormView): boolean {
  return visits.some((visit) => visit.item.facets.save_to !== undefined && repeatsOf(visit).length > 0);
}

/** The repeats that an expression stands in, one entry of each; nothing where it is not looked at. */
function repeatsAround(
  { item, key, kind }: Reading,
  ofForm: readonly string[],
  index: FormIndex,
): readonly Section[] | undefined {
  if (!item) return ofForm.includes(key) && kind === 'expression' ? [] : undefined;
  const visit = index.visit(item);
  // Limits of plausibility are not computed by the device; of the texts, those count that people read.
  if (!visit || key === 'soft' || (kind === 'text' && !READ.has(key))) return undefined;
  const repeats = repeatsOf(visit);
  return key === 'repeat_count' ? repeats.filter((repeat) => repeat !== item) : repeats;
}

function checkText(
  { references, string }: Reading,
  around: readonly Section[],
  index: FormIndex,
  report: Report,
): void {
  for (const { name, span, lastSaved } of references) {
    const target = lastSaved ? undefined : index.target(name);
    if (target && !repeatsOf(target).every(isSingle)) reportMany(target, around, () => locate(string, span), report);
  }
}

function checkExpression(
  { facts: { references, calls }, string }: Reading,
  around: readonly Section[],
  index: FormIndex,
  report: Report,
): void {
  // In a repeat inside another, pyxform 4.5.0 writes a path that ODK Validate refuses.
  const severity = around.length > 0 ? 'error' : 'warning';
  for (const { node, wants, filtered } of references) {
    const target = node.lastSaved || wants !== 'one' ? undefined : index.target(node.name);
    if (!target) continue;
    const at = () => locate(string, node.span);
    const base = filtered && baseOf(filtered, index);
    if (!filtered || filtered.start?.kind === 'call') reportMany(target, around, at, report);
    else if (base) reportFilter({ target, base, around }, at, severity, report);
  }
  for (const call of calls) if (call.name === 'indexed-repeat') checkIndexed(call, string, index, report);
}

type Where = () => ReturnType<typeof locate>;

function reportMany(target: Visit, around: readonly Section[], at: Where, report: Report): void {
  const repeat = repeatsOf(target).findLast((each) => !around.includes(each));
  if (!repeat) return;
  const name = target.item.name.string.text;
  report('reference-into-repeat', at(), {
    name,
    repeat: repeat.name.string.text,
    isRepeat: repeat === target.item,
  });
}

/** What a path with brackets begins with, where that is a reference. */
function baseOf({ start, steps }: Path, index: FormIndex): Visit | undefined {
  const first = start && bare(start);
  return first?.kind === 'reference' && !first.lastSaved && steps.length === 0 ? index.target(first.name) : undefined;
}

interface Filter {
  readonly target: Visit;
  readonly base: Visit;
  readonly around: readonly Section[];
}

/**
 * Between brackets the converter writes the path that the reference has outside of them: from outside the repeat that of
 * all its answers, `${member}[${age} < 18]`; from inside one that starts at the wrong place (pyxform 3.0.0 and 4.5.0).
 */
function reportFilter({ target, base, around }: Filter, at: Where, severity: Severity, report: Report): void {
  const repeat = repeatsOf(base).at(-1);
  if (!repeat || repeatsOf(target).at(-1) !== repeat) return;
  const inside = around.includes(repeat);
  if (inside && (base.item !== repeat || target.item === repeat)) return;
  const name = target.item.name.string.text;
  const instead = insteadOf(target, base, repeat);
  if (instead !== undefined) report('repeat-filter', at(), { name, instead, inside }, { severity });
}

/** The way from what is filtered to the answer that is meant, where it is short. */
function insteadOf(target: Visit, base: Visit, repeat: Section): string | undefined {
  const name = target.item.name.string.text;
  if (target.item === base.item) return '.';
  if (base.item === repeat) return [...below(target, repeat), name].join('/');
  return target.path.at(-1) === base.path.at(-1) ? `../${name}` : undefined;
}

function below({ path }: Visit, repeat: Section): readonly string[] {
  return path.slice(path.indexOf(repeat) + 1).map((section) => section.name.string.text);
}

/** The repeat of each pair of `indexed-repeat(${question}, ${repeat}, number, …)` must hold the question. */
function checkIndexed({ args }: Call, string: Reading['string'], index: FormIndex, report: Report): void {
  const [question, ...rest] = args.map(bare);
  const asked = question?.kind === 'reference' ? index.target(question.name) : undefined;
  for (const repeat of rest.filter((_, at) => at % 2 === 0)) {
    if (repeat.kind !== 'reference') continue;
    const target = index.target(repeat.name);
    const repeats = target !== undefined && isRepeat(target.item);
    const holds = asked && target?.item.kind === 'section' && asked.path.includes(target.item);
    if (target && !repeats) reportPlace(question, repeat, false);
    else if (target && asked && !holds) reportPlace(question, repeat, true);
  }

  function reportPlace(first: typeof question, repeat: Reference, repeats: boolean): void {
    const name = first?.kind === 'reference' ? first.name : '';
    report('indexed-repeat-place', locate(string, repeat.span), { name, repeat: repeat.name, repeats });
  }
}
