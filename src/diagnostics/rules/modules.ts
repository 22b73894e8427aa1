import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const moduleRules = {
  'unknown-parameter': rule<{ name: string; module: string; suggestion: string | undefined; known: string }>({
    severity: 'error',
    page: 'modules',
    title: 'A parameter that the module does not have',
    why: 'The value would have no effect.',
    message: ({ name, module, suggestion }) =>
      `Module ${quote(module)} has no parameter ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ known }) => (known === '' ? 'The module has no with:, so it takes no values.' : `It takes: ${known}.`),
  }),
  'undeclared-parameter': rule<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'modules',
    title: 'A parameter that nothing fills',
    why: 'The text $(…) would reach the phones as it stands.',
    message: ({ name, suggestion }) => `$(${name}) is not a parameter of this module.${didYouMean(suggestion)}`,
    help: ({ name }) =>
      `Add it to the module: with: { ${name}: … }, or correct the name. \${…} is a question, $(…) a parameter, $$(${name}) the text itself.`,
  }),
  'parameter-without-value': rule<{ name: string; module: string }>({
    severity: 'error',
    page: 'modules',
    title: 'A parameter without a value',
    why: 'The module cannot be placed without it.',
    message: ({ name, module }) => `Module ${quote(module)} needs a value for ${quote(name)}, which has no default.`,
    help: ({ name }) => `Add it where the module is used: with: { ${name}: … }`,
  }),
  'too-large': rule<{ what: string; limit: string }>({
    severity: 'error',
    page: 'modules',
    title: 'Modules that grow beyond what a form can hold',
    why: 'No phone could open such a form; modules that use modules several times double what they place at each step.',
    message: ({ what, limit }) => `${what} grows beyond ${limit} here.`,
    help: () => 'Look at the uses around this place: one of them stands more often than was meant.',
  }),
  'unknown-exception': rule<{ name: string; module: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'modules',
    title: 'An exception that leaves out nothing',
    why: 'The item that was meant stays in the form.',
    message: ({ name, module, suggestion }) =>
      `Module ${quote(module)} places no ${quote(name)}.${didYouMean(suggestion)}`,
    help: () => 'Name an item as the module writes it, before prefix or suffix.',
  }),
};
