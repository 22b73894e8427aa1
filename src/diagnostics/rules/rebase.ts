import { plural } from '../../core/counts.ts';
import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** What both the core and a country have changed. */
export const rebaseRules = {
  'core-moved': rule<{
    thing: string;
    facet: string;
    country: string;
    path: string;
    base: string;
    core: string;
    own: string;
  }>({
    severity: 'warning',
    page: 'rebase',
    title: 'The core has changed what a country says otherwise',
    why: 'The country goes on with what it made of the old words: what the core mended since does not reach it.',
    message: ({ thing, facet, country, base, core, own }) =>
      `The core has changed ${facet} of ${thing} since country ${quote(country)} changed it: it was ${said(base)}, it is ${said(core)} now, and ${said(own)} in the country.`,
    help: ({ country, path }) =>
      `To take what the core says: lexiform rebase --country ${country} --take ${path}. To go on as the country has it, changed by hand or not: lexiform rebase --country ${country} --keep ${path}`,
  }),
  'adaptation-unrecorded': rule<{ country: string; count: number; path: string }>({
    severity: 'info',
    page: 'rebase',
    title: 'Changes of a country whose base is not written down',
    why: 'When the core changes the same later, nobody can tell, because nobody knows what it said before.',
    message: ({ country, count, path }) =>
      `Country ${quote(country)} says ${plural(count, 'thing')} otherwise that countries/${country}/base.yaml does not know, such as ${path}.`,
    help: ({ country }) =>
      `lexiform rebase --country ${country} writes down what the core says today. Commit the file.`,
  }),
};

function said(words: string): string {
  return words === '' ? 'nothing' : quote(words);
}
