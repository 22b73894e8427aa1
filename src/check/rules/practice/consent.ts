import type { Item, Question, Section } from '../../../model/item.ts';
import { isPersonal } from '../../../model/sensitivity.ts';
import { listOf } from '../../../model/type-use.ts';
import { questionsOf, type Visit } from '../../../model/walk.ts';
import type { FormRule, FormView } from '../../rule-set.ts';
import { hasAnswer, isAsked } from './asked.ts';
import { afterConsent } from './after-consent.ts';
import { codesOf, type Policy, policyOf } from './consent-policy.ts';

/** Questions about people that are asked although consent was not given, or not even asked for. */
export const checkConsent: FormRule = (view, report) => {
  const policy = policyOf(view.dictionary);
  if (!policy) return;
  const gates = gatesOf(view, policy);
  const personal = questionsOf(view.form.items).filter((visit) => !gates.includes(visit) && collects(visit.item, view));
  if (personal.length === 0) return;
  const consent = policy.variable.string.text;
  const form = view.form.name.string.text;
  if (gates.length === 0) {
    report('form-without-consent', view.form.origin.location, { form, consent, names: namesOf(personal) });
    return;
  }
  const after = afterConsent(view.visits, {
    names: new Set(gates.map(({ item }) => item.name.string.text)),
    value: policy.value.string.text,
    refusal: refusalOf(gates, policy, view),
  });
  const open = personal.filter(({ item }) => !after.has(item));
  for (const [place, visits] of byPlace(open, gates)) {
    const condition = `\${${gates[0]?.item.name.string.text ?? ''}} = '${policy.value.string.text}'`;
    report('asked-without-consent', place.origin.location, {
      name: place.name.string.text,
      kind: place.kind,
      form,
      names: place.kind === 'section' ? namesOf(visits) : [],
      condition,
    });
  }
};

function gatesOf({ form }: FormView, { variable }: Policy): readonly Visit<Question>[] {
  const { text } = variable.string;
  return questionsOf(form.items).filter(({ item }) => (item.variable ?? item.name.string.text) === text);
}

/** Whether a question puts something about a person on record; what the device fills counts where its author says so. */
function collects(item: Question, { dictionary }: FormView): boolean {
  if (!hasAnswer(item) || !isPersonal(item, dictionary)) return false;
  if (item.type.word === 'calculate' || item.type.word === 'hidden') return false;
  return isAsked(item) || item.meaning.sensitivity !== undefined || item.meaning.identifies !== undefined;
}

/** The answer that is no consent, where each gate must be answered and knows no third answer. */
function refusalOf(gates: readonly Visit<Question>[], { value }: Policy, { dictionary }: FormView): string | undefined {
  const refusals = gates.map(({ item }) => {
    const { required } = item.facets;
    const list = dictionary.codeLists.get(listOf(item.type)?.string.text ?? '');
    const others = list ? codesOf(list).filter((code) => code !== value.string.text) : [];
    const must = required?.kind === 'flag' && required.value && item.type.word === 'select_one';
    return must && others.length === 1 ? others[0] : undefined;
  });
  const [first] = refusals;
  return refusals.every((refusal) => refusal === first) ? first : undefined;
}

/** The outermost group around several of them, as long as consent is not asked within it; one alone stands for itself. */
function byPlace(
  open: readonly Visit<Question>[],
  gates: readonly Visit[],
): ReadonlyMap<Item, readonly Visit<Question>[]> {
  const around = new Set<Section>(gates.flatMap(({ path }) => path));
  const places = new Map<Item, Visit<Question>[]>();
  for (const visit of open) {
    const place = visit.path.find((section) => !around.has(section)) ?? visit.item;
    const others = places.get(place);
    if (others) others.push(visit);
    else places.set(place, [visit]);
  }
  return new Map(
    [...places].map(([place, visits]) => [visits.length === 1 ? (visits[0]?.item ?? place) : place, visits]),
  );
}

function namesOf(visits: readonly Visit[]): readonly string[] {
  return visits.map(({ item }) => item.name.string.text);
}
