import { plural } from '../../core/counts.ts';
import { didYouMean, listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** Who breaks the contract, in what thing, and which words of the core forbid it. */
export interface Broken {
  /** `Country "xa"`, `This workbook` */
  readonly who: string;
  /** `"hoh_phone"`, `the code "tent" of the list "shelter_type"` */
  readonly thing: string;
  /** Who locks it: `the variable "hoh_phone"`, `the dictionary` */
  readonly holder: string;
  /** The word under `lock:` that does. */
  readonly word: string;
}

/** One key that is said otherwise; of a code, in this list. */
export interface Changed {
  readonly facet: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly list: string | undefined;
}

const INCOMPARABLE =
  'The answers then say something else than those of other countries, and whoever adds them up does not see it.';
const INCOMPLETE = 'Every table over all countries has a gap here, or is made without this country.';

export const countryRules = {
  'locked-change': rule<Broken & Changed>({
    severity: 'error',
    page: 'countries',
    title: 'What the core locks is changed',
    why: INCOMPARABLE,
    message: ({ who, thing, holder, word, facet, before, after }) =>
      `${who} ${changed(facet, thing, before, after)}, but ${holder} says lock: ${word}.`,
    help: ({ facet, before, list }) =>
      `${before === undefined ? `Leave out ${facet}` : `Let its ${facet} be ${quote(before)}`}. What only one country needs can be a question of its own; what each may adapt, the core says with open: [${facet}]${list === undefined ? '' : ` at the list ${quote(list)}`}.`,
  }),
  'locked-removal': rule<Broken>({
    severity: 'error',
    page: 'countries',
    title: 'What the core locks is left out',
    why: INCOMPLETE,
    message: ({ who, thing, holder, word }) => `${who} leaves out ${thing}, but ${holder} says lock: ${word}.`,
    help: () => 'Keep it. If countries may do without it, the core says so with open: [remove].',
  }),
  'locked-addition': rule<Broken & { to: string }>({
    severity: 'error',
    page: 'countries',
    title: 'Something is added where the core locks what there is',
    why: 'What is asked before changes how people answer what follows, so a block that the core locks is asked as it is.',
    message: ({ who, thing, to, holder, word }) => `${who} adds ${thing} to ${to}, but ${holder} says lock: ${word}.`,
    help: () => 'Place it before or after the locked part, or in a form of the country.',
  }),
  'locked-move': rule<Broken & { before: string; after: string }>({
    severity: 'error',
    page: 'countries',
    title: 'What the core locks stands elsewhere',
    why: 'What is asked before changes how people answer, and a score counts on the order of its questions.',
    message: ({ who, thing, before, after, holder, word }) =>
      `${who} moves ${thing} from ${before} to ${after}, but ${holder} says lock: ${word}.`,
    help: () => 'Let it stand where the core has it. What each country may place, the core says with open: [order].',
  }),
  'list-not-open': rule<{ who: string; does: 'adds' | 'leaves out'; code: string; list: string; because: string }>({
    severity: 'error',
    page: 'countries',
    title: 'The core does not let countries change the codes of this list',
    why: 'An answer that other countries never offered, or that this one never did, ends up as another one in every table over all.',
    message: ({ who, does, code, list, because }) =>
      `${who} ${does} the code ${quote(code)} ${does === 'adds' ? 'to' : 'of'} ${quote(list)}, but ${because}.`,
    help: ({ does, list }) =>
      does === 'adds'
        ? `Ask the core for the code, or for country: extend at ${quote(list)}; or ask a question of the country with a list of its own.`
        : `Keep it. If countries may leave out codes, the core says country: extend at ${quote(list)}.`,
  }),
  'obligation-broken': rule<{ who: string; name: string; obligation: string; form: string; how: string }>({
    severity: 'error',
    page: 'countries',
    title: 'A question that every country owes is not asked',
    why: INCOMPLETE,
    message: ({ who, name, obligation, form, how }) =>
      `${who} ${how} ${quote(name)} in the form ${quote(form)}, but its obligation is ${obligation}.`,
    help: ({ obligation }) =>
      obligation === 'recommended'
        ? 'Keep it where you can. If it is meant, set this finding aside with the reason.'
        : 'Keep it, and ask it of the same people. What countries may do without has the obligation recommended or optional.',
  }),
  'indicator-needs': rule<{ who: string; name: string; form: string; indicators: readonly string[] }>({
    severity: 'error',
    page: 'countries',
    title: 'A question that an indicator of the core needs is not asked',
    why: 'The indicator cannot be computed for this country, and tables over all countries have a gap.',
    message: ({ who, name, form, indicators }) =>
      `${who} leaves out ${quote(name)} of the form ${quote(form)}, but ${plural(indicators.length, 'indicator')} of the core ${indicators.length === 1 ? 'needs' : 'need'} it: ${listed(indicators, 'and')}.`,
    help: () => 'Keep the question. A form that the country does not use at all it can leave out as a whole.',
  }),
  'country-name': rule<{ what: string; name: string; id: string; suggestion: string }>({
    severity: 'error',
    page: 'countries',
    title: "A country's own name does not begin with its id",
    why: 'A later version of the core, or another country, may use the same name for something else, and the data of both would be taken for one.',
    message: ({ what, name, id }) =>
      `The ${what} ${quote(name)} is of country ${quote(id)}, but its name does not begin with ${quote(`${id}_`)}.`,
    help: ({ suggestion }) => `Call it ${suggestion}. If the core has it, write its name as it stands there.`,
  }),
  'localise-open': rule<{ name: string; country: string; wanted: string }>({
    severity: 'warning',
    page: 'countries',
    title: 'A question waits for the words of the country',
    why: 'The form goes out with a placeholder, and people answer to something that does not exist where they live.',
    message: ({ name, country, wanted }) =>
      `${quote(name)} is not yet adapted to country ${quote(country)}: ${quote(wanted.replace(/[.]$/, ''))}.`,
    help: ({ name }) =>
      `Change ${name} or its codes in the layer of the country. If it fits as it is, set this finding aside with the reason.`,
  }),
  'core-decides': rule<{ who: string; thing: string; key: string }>({
    severity: 'error',
    page: 'countries',
    title: 'A country changes what only the core can say',
    why: 'If each country said itself what it may change, nothing would be the same in all of them.',
    message: ({ who, thing, key }) => `${who} changes ${key} of ${thing}, which is for the core to say.`,
    help: ({ key }) => `Take ${key} out of the layer. What all countries need, change in the core.`,
  }),
  'unknown-lock-word': rule<{ key: string; word: string; holder: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'countries',
    title: 'A word of lock or open that means nothing here',
    why: 'Nothing is locked by it, and a country changes what the core meant to keep.',
    message: ({ key, word, holder, suggestion }) =>
      `${key}: names ${quote(word)}, but ${holder} has nothing of that name.${didYouMean(suggestion)}`,
    help: () =>
      'Write all, or the keys that are meant: type, label, relevant, … ; codes, order, remove and items for more than one key.',
  }),
};

function changed(facet: string, thing: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `gives ${thing} a ${facet}, ${quote(after ?? '')}`;
  if (after === undefined) return `takes away ${facet} of ${thing}, ${quote(before)}`;
  return `changes ${facet} of ${thing} from ${quote(before)} to ${quote(after)}`;
}
