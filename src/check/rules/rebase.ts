import type { Report } from '../../diagnostics/collector.ts';
import { type Adaptation, adaptationsOf } from '../../model/adaptations.ts';
import type { Country } from '../../model/dictionary.ts';
import type { DictionaryRule, RuleSet } from '../rule-set.ts';
import { thingOf } from './contract/tell.ts';

/** The core goes on while countries say some things otherwise: what both changed is told, with all three versions. */
const checkAdaptations: DictionaryRule = (dictionary, report) => {
  const { country } = dictionary;
  if (!country) return;
  const adaptations = adaptationsOf(dictionary);
  for (const each of adaptations) if (each.state === 'moved') tellMoved(each, country, report);
  const unrecorded = adaptations.filter(({ state }) => state === 'unrecorded');
  const [first] = unrecorded;
  if (first)
    report('adaptation-unrecorded', first.difference.after?.origin.location ?? country.origin.location, {
      country: country.id.string.text,
      count: unrecorded.length,
      path: first.path,
    });
};

function tellMoved({ path, difference, base = '', core }: Adaptation, country: Country, report: Report): void {
  const { after, before, facet, language, subject, name } = difference;
  const written = subject.kind === 'variable' ? country.changes.get(`variables.${name}`) : undefined;
  const at = (after?.origin ?? written ?? country.origin).location;
  const related = before ? [{ message: 'as the core has it now', location: before.origin.location }] : [];
  const id = country.id.string.text;
  const what = { thing: thingOf(difference), facet: language === undefined ? facet : `${facet} (${language})` };
  report('core-moved', at, { ...what, country: id, path, base, core, own: after?.words ?? '' }, { related });
}

export const rebaseRules: RuleSet = { dictionary: [checkAdaptations] };
