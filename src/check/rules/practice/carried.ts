import type { Report } from '../../../diagnostics/collector.ts';
import { type Flow, flowsOf } from '../../../expression/flows.ts';
import type { Formula } from '../../../model/facets.ts';
import { isFormula } from '../../../model/form.ts';
import type { Question } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { isGraver, isIdentifier, sensitivityOf } from '../../../model/sensitivity.ts';
import { locate } from '../../../source/source-string.ts';
import type { FormRule, FormView } from '../../rule-set.ts';
import { conceptOf } from './sensitivity.ts';

/** A value that holds an answer needs the protection of the answer. */
export const checkCarried: FormRule = (view, report) => {
  for (const item of computed(view.form.items))
    for (const formula of formulasOf(item)) checkFormula(item, formula, view, report);
  checkInstanceName(view, report);
};

const computed = gather((item) => (item.kind === 'question' && formulasOf(item).length > 0 ? [item] : []));

function formulasOf({ facets }: Question): readonly Formula[] {
  const { calculation, default: first } = facets;
  return [...(calculation ? [calculation] : []), ...(first?.kind === 'formula' ? [first] : [])];
}

/** One finding a formula: the gravest of what it lets through. */
function checkFormula(item: Question, formula: Formula, view: FormView, report: Report): void {
  const own = sensitivityOf(item, view.dictionary);
  const carried = carriedBy(formula, view).map((each) => ({
    ...each,
    level: sensitivityOf(each.source, view.dictionary),
  }));
  const gravest = carried
    .filter(({ level }) => isGraver(level, own))
    .reduce<(typeof carried)[number] | undefined>(
      (worst, each) => (worst && !isGraver(each.level, worst.level) ? worst : each),
      undefined,
    );
  const unmarked = carried.find(({ source }) => isIdentifier(source) && item.meaning.identifies === undefined);
  const found = gravest ?? unmarked;
  if (!found) return;
  report(
    'carries-personal-data',
    locate(formula.string, found.span),
    {
      name: conceptOf(item),
      source: found.source.variable ?? found.name,
      level: gravest?.level,
      own,
      stated: item.meaning.sensitivity !== undefined,
    },
    { related: relatedTo(found.source) },
  );
}

interface Carried extends Flow {
  readonly source: Question;
}

function carriedBy({ parsed }: Formula, { byName }: FormView): readonly Carried[] {
  return flowsOf(parsed.tree).flatMap((flow) =>
    (byName.get(flow.name) ?? []).flatMap(({ item }) => (item.kind === 'question' ? [{ ...flow, source: item }] : [])),
  );
}

function relatedTo({ meaning }: Question): readonly { message: string; location: Formula['origin']['location'] }[] {
  const said = meaning.sensitivity ?? meaning.identifies;
  return said ? [{ message: 'the protection of the answer', location: said.origin.location }] : [];
}

/** The name of a submission stands in lists of servers and devices, in file names and in mails. */
function checkInstanceName(view: FormView, report: Report): void {
  const value = view.form.settings.get('instance_name');
  if (!value || !isFormula(value)) return;
  const { dictionary } = view;
  const found = carriedBy(value, view).find(
    ({ source }) => isIdentifier(source) && sensitivityOf(source, dictionary) === 'sensitive',
  );
  if (!found) return;
  const form = view.form.name.string.text;
  report(
    'identifier-in-instance-name',
    locate(value.string, found.span),
    { form, source: found.name },
    {
      related: relatedTo(found.source),
    },
  );
}
