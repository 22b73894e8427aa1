import { listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'engines';

/** Where a form is filled in. */
const PLACES: Readonly<Record<'collect' | 'enketo' | 'webforms', string>> = {
  collect: 'in the app Collect',
  enketo: 'on the web forms of KoboToolbox (Enketo)',
  webforms: 'in ODK Web Forms',
};

/** What engines make of a construct. */
export interface EngineParams {
  readonly written: string;
  /** What it is, as in "a pattern without ^ and $". */
  readonly title: string;
  readonly outcomes: readonly { readonly engine: keyof typeof PLACES; readonly does: string }[];
  readonly help: string;
}

function message({ written, title, outcomes }: EngineParams, verdict: string): string {
  const each = [...new Set(outcomes.map(({ does }) => does))];
  const told = each.map((does) => {
    const places = outcomes.filter((outcome) => outcome.does === does).map(({ engine }) => PLACES[engine]);
    return `${capital(listed(places, 'and'))} ${does}.`;
  });
  return `${quote(written)}: ${title} ${verdict}. ${told.join(' ')}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Expressions that the places where a form is filled in read in different ways. */
export const engineRules = {
  'engine-difference': rule<EngineParams>({
    severity: 'warning',
    page: PAGE,
    title: 'An expression means something else on the phone than in a browser',
    why: 'The same answers show other questions, or are accepted here and refused there.',
    message: (params) => message(params, 'is not the same everywhere'),
    help: ({ help }) => help,
  }),
  'expression-support': rule<EngineParams>({
    severity: 'error',
    page: PAGE,
    title: 'An expression that does not work wherever the form is filled in',
    why: 'Where it does not work, the form is refused, stops with an error, or the value is always empty.',
    message: (params) => message(params, 'does not work everywhere'),
    help: ({ help }) => help,
    upstream: 'ODK Validate: unsupported construct',
  }),
};
