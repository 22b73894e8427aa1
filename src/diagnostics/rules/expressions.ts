import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const expressionRules = {
  'expression-syntax': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'expressions',
    title: 'An expression cannot be read',
    why: 'pyxform lets most of these through; the form then fails on the phone, or an expression never holds.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
    upstream: 'ODK Validate: XPath syntax',
  }),
  'curly-quotes': rule<{ key: string }>({
    severity: 'warning',
    page: 'expressions',
    title: 'Curly quotes in an expression',
    why: 'Word processors put them in; they are read here as straight quotes, other tools refuse them.',
    message: ({ key }) => `The expression in ${quote(key)} has curly quotes; they are read as straight ones.`,
    help: () => 'Type straight quotes: \' or ".',
  }),
  'reference-syntax': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'expressions',
    title: 'A reference in a text cannot be read',
    why: 'pyxform refuses the form.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
    upstream: 'pyxform PYREF_001',
  }),
  'unknown-reference': rule<{
    name: string;
    form: string | undefined;
    suggestion: string | undefined;
    defined: boolean;
    retired: { since: string; use: string | undefined } | undefined;
    /** The country that takes the question out. */
    country: string | undefined;
  }>({
    severity: 'error',
    page: 'references',
    title: 'A reference to a question that the form does not have',
    why: 'pyxform refuses the form, so it cannot be published.',
    message: ({ name, form, suggestion, country }) => {
      if (form === undefined)
        return `\${${name}} names no variable and no question of the dictionary.${didYouMean(suggestion)}`;
      return country === undefined
        ? `\${${name}} names no question of form ${quote(form)}.${didYouMean(suggestion)}`
        : `\${${name}} names a question that the country ${country} takes out of form ${quote(form)}.`;
    },
    help: referenceHelp,
    upstream: 'pyxform PYREF_003',
  }),
};

interface UnknownReference {
  readonly name: string;
  readonly suggestion: string | undefined;
  readonly defined: boolean;
  readonly retired: { readonly since: string; readonly use: string | undefined } | undefined;
  readonly country: string | undefined;
}

function referenceHelp({ name, suggestion, defined, retired, country }: UnknownReference): string {
  if (country !== undefined)
    return `Keep ${name} in countries/${country}, or let the country remove or change what refers to it as well.`;
  if (retired) {
    const instead = retired.use === undefined ? 'Take' : `Refer to ${retired.use}, or take`;
    return `${name} has been retired since ${retired.since} and is not asked any more. ${instead} the reference out.`;
  }
  if (defined)
    return `The dictionary has ${name}, but this form does not ask it: add it to the items, or change the reference.`;
  return suggestion === undefined
    ? `Define ${name} and ask it in the form, or correct the name.`
    : `Write \${${suggestion}}, or define ${name}.`;
}
