import { listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

/** What people should know of how workbooks became a dictionary. */
export const severalWorkbooksRules = {
  'definitions-differ': rule<{ what: Named; name: string; parts: readonly string[]; kept: string }>({
    severity: 'info',
    page: 'several-workbooks',
    title: 'Workbooks say different things of one name',
    why: 'Answers under one name that were asked in different ways cannot be compared.',
    message: ({ what, name, parts, kept }) =>
      `The ${what} ${quote(name)} is not the same in all workbooks (${listed(parts, 'and')}): ${kept}.`,
    help: ({ what }) =>
      what === 'code list'
        ? 'Make the lists the same and name one of them everywhere; --on-conflict first or most does it for all names.'
        : 'Make it one variable, or give each its own name; --on-conflict first or most does it for all names.',
  }),
  'definition-replaced': rule<{ what: Named; name: string; parts: readonly string[]; forms: readonly string[] }>({
    severity: 'warning',
    page: 'several-workbooks',
    title: 'A form gets what another workbook says',
    why: 'The form that is built is not the form that the workbook made; its old data may hold other codes and meanings.',
    message: ({ what, name, parts, forms }) =>
      `The ${what} ${quote(name)} of ${quotedFew(forms)} is replaced (${listed(parts, 'and')}).`,
    help: () => 'Check that it means the same. With --on-conflict keep each form has its own.',
  }),
  'lists-alike': rule<{ name: string; other: string }>({
    severity: 'info',
    page: 'several-workbooks',
    title: 'A code list holds the same codes as another one',
    why: 'The codes are written once, so that a change reaches both lists.',
    message: ({ name, other }) =>
      `The code lists ${quote(other)} and ${quote(name)} are the same: ${quote(name)} includes ${quote(other)}.`,
    help: ({ name, other }) =>
      `Write ${other} instead of ${name} in the types, if the workbooks need not have both names.`,
  }),
} as const;

type Named = 'question' | 'code list';
