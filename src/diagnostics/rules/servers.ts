import { didYouMean, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'servers';

/** What is wrong with the address of a server. */
const ADDRESSES = {
  none: { says: 'is no address', help: 'Write the address where you log in, such as https://kf.example.org' },
  scheme: { says: 'is not a whole address', help: 'Write it with https:// in front.' },
  page: {
    says: 'is the address of a page, not of the server',
    help: 'Write only the beginning, such as https://kf.example.org',
  },
  openrosa: {
    says: 'is the address for devices',
    help: 'Write the address where you log in. On most servers it begins with kf instead of kc.',
  },
} as const;

/** What `servers.yaml` says of servers and projects. */
export const serverRules = {
  'token-in-file': rule<Record<never, never>>({
    severity: 'error',
    page: PAGE,
    title: 'A token or a password is written into a file',
    why: 'Whoever can read the file, or any earlier version of it, can read and change all data of the account.',
    message: () => 'A token or a password stands here. It is not shown.',
    help: () =>
      'Take it out and have KoboToolbox make another one, because this one is known now. Write token_env: KOBO_TOKEN and set that environment variable.',
  }),
  'server-name': rule<{ name: string }>({
    severity: 'error',
    page: PAGE,
    title: 'The name of a server cannot be typed on the command line',
    why: 'Commands name a project as SERVER/FORM, with blanks around.',
    message: ({ name }) => `${quote(name)} is no name for a server.`,
    help: () => 'Use letters, digits, _, - and ., such as kobo-prod.',
  }),
  'server-url': rule<{ url: string; problem: keyof typeof ADDRESSES; suggestion: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'The address of a server is not the one where people log in',
    why: 'Nothing can be read from the server or sent to it.',
    message: ({ url, problem, suggestion }) => `${quote(url)} ${ADDRESSES[problem].says}.${didYouMean(suggestion)}`,
    help: ({ problem }) => ADDRESSES[problem].help,
  }),
  'server-in-the-clear': rule<{ url: string }>({
    severity: 'error',
    page: PAGE,
    title: 'The address of a server begins with http://',
    why: 'Everybody on the way could read the token and the answers.',
    message: ({ url }) => `What is sent to ${quote(url)} can be read on the way.`,
    help: () => 'Write https://. Only a server on this computer (localhost) may do without.',
  }),
  'no-servers': rule<Record<never, never>>({
    severity: 'warning',
    page: PAGE,
    title: 'servers.yaml names no server',
    why: 'There is nothing to plan, to push to, or to pull from.',
    message: () => 'servers.yaml is empty.',
    help: () => 'Write: kobo-prod: { url: https://kf.example.org, token_env: KOBO_TOKEN, projects: [{ form: FORM }] }',
  }),
  'server-country': rule<{ country: string; known: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'A project of a country that the dictionary does not have',
    why: 'There is nothing to deploy.',
    message: ({ country, suggestion }) => `The dictionary has no country ${quote(country)}.${didYouMean(suggestion)}`,
    help: ({ known }) =>
      known.length > 0 ? `It has: ${quotedFew(known)}.` : 'A country is a folder: countries/ID/country.yaml',
  }),
  'server-form': rule<{
    form: string;
    country: string | undefined;
    known: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A project of a form that the dictionary does not have',
    why: 'There is nothing to deploy.',
    message: ({ form, country, suggestion }) =>
      `The ${country === undefined ? 'dictionary' : `country ${quote(country)}`} has no form ${quote(form)}.${didYouMean(suggestion)}`,
    help: ({ known }) => (known.length > 0 ? `It has: ${quotedFew(known)}.` : 'It has no forms yet.'),
  }),
  'project-twice': rule<{ server: string; key: string; uid: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'A project stands twice on the same server',
    why: 'One would overwrite the other at each push.',
    message: ({ server, key, uid }) =>
      uid === undefined
        ? `${quote(key)} stands twice below ${quote(server)}.`
        : `${quote(uid)} is the project of two forms below ${quote(server)}.`,
    help: ({ uid }) =>
      uid === undefined
        ? 'Keep one of them. The same form for several countries says country: in each.'
        : 'Look up the end of the address of each project in KoboToolbox.',
  }),
  'right-for-anyone': rule<{ permission: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A right that cannot be given to people without an account',
    why: 'KoboToolbox refuses it.',
    message: ({ permission }) => `People without an account cannot have the right ${quote(permission)}.`,
    help: () => 'anyone: takes add_submissions, view_submissions and view_asset. Name users for all else.',
  }),
  'public-submissions': rule<{ form: string; question: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'Submissions are open to everybody',
    why: 'Whoever knows the address of the project can read all answers, without an account.',
    message: ({ form, question }) =>
      question === undefined
        ? `Everybody may read the submissions of ${quote(form)}.`
        : `Everybody may read the submissions of ${quote(form)}, which asks about people: ${quote(question)}.`,
    help: () => 'Take view_submissions from anyone:, and give it to those who need it by name.',
  }),
};
