import type { Report } from '../../../diagnostics/collector.ts';
import { gatherWith } from '../../../model/traits.ts';
import { gather } from '../../../model/walk.ts';
import { placeOf } from '../../../source/source-string.ts';
import { surveyColumnOf } from '../../../vocabulary/spelt-headers.ts';
import type { Condition, Item, Question } from '../../../model/item.ts';
import { type FormView, type ItemRule, refusedAsWritten, refusedBy } from '../../rule-set.ts';
import { isVisible } from './shown.ts';

/** What only certain types need or cannot have. */
export const checkTypeNeeds: ItemRule = (item, _profiles, report) => {
  if (item.kind === 'section') return;
  const { type, name, facets } = item;
  const at = name.origin.location;
  const named = name.string.text;
  if (type.word === 'calculate' && isUncomputed(item)) report('empty-calculate', at, { name: named });
  if (type.word === 'simserial' || type.word === 'subscriberid')
    report('retired-device-id', placeOf(type.string), { type: type.word });
  if (type.word === 'audit' && named !== 'audit') report('audit-name', at, { name: named });
  if (type.word !== 'background-geopoint') return;
  if (!facets.trigger || facets.trigger.string.text.trim() === '')
    report('background-geopoint', at, { name: named, problem: 'no trigger' });
  if (facets.calculation)
    report('background-geopoint', facets.calculation.origin.location, { name: named, problem: 'calculation' });
};

/** A default that is computed counts as a calculation; an empty calculation is told as an expression. */
function isUncomputed({ facets, columns }: Question): boolean {
  return !facets.calculation && facets.default?.kind !== 'formula' && !hasColumn(columns, 'calculation');
}

function hasColumn(columns: Item['columns'], column: string): boolean {
  return [...columns.keys()].some((header) => surveyColumnOf(header) === column);
}

const triggered = gatherWith('trigger', (item) => (item.facets.trigger ? [item] : []));

/** A trigger waits for a person who changes an answer. */
export function checkTriggers({ form, byName, profiles }: FormView, report: Report): void {
  for (const item of triggered(form.items)) {
    const { trigger } = item.facets;
    for (const reference of trigger?.parsed.references ?? []) {
      const [target, ...others] = byName.get(reference.name) ?? [];
      if (!trigger || !target || others.length > 0) continue;
      const found = target.item;
      if (found.kind === 'question' && isVisible(found)) continue;
      const refused = found.kind === 'section' ? refusedBy('odk', profiles) : isDropped(found) ? 'warning' : 'error';
      report(
        'hidden-trigger',
        trigger.origin.location,
        {
          name: item.name.string.text,
          target: reference.name,
          problem: found.kind === 'section' ? 'section' : 'hidden',
        },
        {
          severity: refused ?? 'warning',
          related: [{ message: 'what it names', location: found.name.origin.location }],
        },
      );
    }
  }
}

/** pyxform refuses what it computes; what has no place on the screen it forgets without a word. */
function isDropped({ type, facets }: Question): boolean {
  return type.word !== 'calculate' && !facets.calculation && !facets.trigger;
}

/** Messages of conditions that are not there, as the workbooks have them: exclusive codes make a constraint. */
export function checkMessages({ deliveries }: FormView, report: Report): void {
  for (const { form } of deliveries)
    for (const item of withMessages(form.items)) {
      const { constraint_message: constraint, required_message: required } = item.facets;
      if (constraint && !item.facets.constraint && !hasColumn(item.columns, 'constraint'))
        tell('constraint', constraint.origin.location);
      if (required && isNever(item) && !hasColumn(item.columns, 'required')) tell('required', required.origin.location);
    }

  function tell(condition: string, at: Parameters<Report>[1]): void {
    report('message-without-condition', at, { message: `${condition}_message`, condition });
  }
}

const withMessages = gather((item) => (item.facets.constraint_message || item.facets.required_message ? [item] : []));

function isNever({ facets: { required } }: Item): boolean {
  return !required || (required.kind === 'flag' && !required.value);
}

/**
 * An answer is required of a note, or of what can only be read and is not filled in by itself. Where it depends on an answer
 * whether the note is shown, the form is meant to stop there until that answer is corrected.
 */
export function checkRequired({ form, visits }: FormView, report: Report): void {
  const suspects = new Set<Item>(requiredInVain(form.items));
  if (suspects.size === 0) return;
  for (const { item, path } of visits) {
    if (!suspects.has(item) || [item, ...path].some(({ facets }) => facets.relevant)) continue;
    const at = item.facets.required?.origin.location ?? item.name.origin.location;
    const what = item.kind === 'question' && item.type.word === 'note' ? 'note' : 'read-only question';
    report('required-without-answer', at, { name: item.name.string.text, what });
  }
}

/** Questions that must be answered and cannot be, unless a condition says when they are shown. */
const requiredInVain = gatherWith('required', (item) => {
  const { required, read_only: readOnly, calculation, trigger, default: initial } = item.facets;
  if (item.kind === 'section' || !required || isNever(item) || calculation || trigger || initial) return [];
  const onlyRead = isAlways(readOnly) && isAlways(required) && isVisible(item);
  return item.type.word === 'note' || onlyRead ? [item] : [];
});

function isAlways(condition: Condition | undefined): boolean {
  return condition?.kind === 'flag' && condition.value;
}

const saving = gatherWith('save_to', (item) => (item.kind === 'question' && item.facets.save_to ? [item] : []));

/** The converter of KoboToolbox looks for two words anywhere in a type. */
export function checkSavedTypes({ form, deliveries, profiles }: FormView, report: Report): void {
  const { items } = deliveries.find(({ profile }) => profile === 'xlsform')?.form ?? form;
  for (const { type } of saving(items)) {
    const { text } = type.string;
    const at = placeOf(type.string);
    const severity = refusedAsWritten(at, profiles);
    const word = ['group', 'repeat'].find((each) => text.includes(each));
    if (severity && word !== undefined) report('save-to-type', at, { type: text, word }, { severity });
  }
}
