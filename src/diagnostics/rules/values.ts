import { didYouMean, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'values';

/** A part of an expression as it was written: quotes around it would read like quotes of its own. */
function shown(words: string): string {
  return quote(words).slice(1, -1);
}

/** Expressions that compare or compute values of kinds that do not go together. */
export const valueRules = {
  'value-never-given': rule<{
    value: string;
    from: { readonly kind: 'column'; readonly list: string; readonly column: string } | { readonly kind: 'literal' };
    values: readonly string[];
    by: '=' | '!=' | 'selected';
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'Something is compared with a value that it never has',
    why: 'Nobody tells: what depends on the comparison never happens, or always does.',
    message: ({ value, from, values, by, suggestion }) =>
      from.kind === 'column'
        ? `No code of ${quote(from.list)} has ${quote(value)} in the column ${quote(from.column)}, so this ${by === '!=' ? 'always' : 'never'} holds.${didYouMean(suggestion)}`
        : `The calculation gives ${quotedFew(values)}, never ${quote(value)}, so this ${by === '!=' ? 'always' : 'never'} holds.${didYouMean(suggestion)}`,
    help: ({ from, values, suggestion }) => {
      if (suggestion !== undefined) return `Write '${suggestion}'.`;
      return from.kind === 'column'
        ? `Write a value of the column: ${quotedFew(values)}.`
        : 'Write one of the values that it gives, or correct the calculation.';
    },
  }),
  'no-common-value': rule<{
    left: string;
    right: string;
    leftValues: readonly string[];
    rightValues: readonly string[];
    by: '=' | '!=' | 'selected';
  }>({
    severity: 'error',
    page: PAGE,
    title: 'Two values are compared that are never the same',
    why: 'Nobody tells: what depends on the comparison never happens, or always does.',
    message: ({ left, right, by }) =>
      `${shown(left)} and ${shown(right)} have no value in common, so this ${by === '!=' ? 'always' : 'never'} holds.`,
    help: ({ left, right, leftValues, rightValues }) =>
      `${left} is one of ${quotedFew(leftValues)}; ${right} is one of ${quotedFew(rightValues)}. Compare what shares a list.`,
  }),
  'never-equal': rule<{ written: string; is: 'number' | 'date'; text: string; by: '=' | '!='; example: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A number or date is compared with a text that is none',
    why: 'Nobody tells: what depends on the comparison never happens, or always does.',
    message: ({ written, is, text, by }) =>
      `${shown(written)} is a ${is} and ${quote(text)} is none, so this ${by === '!=' ? 'always' : 'never'} holds.`,
    help: ({ is, example }) =>
      is === 'number'
        ? `Write a number without quotes, such as ${example}, or compare the question that holds this text.`
        : `A date in a comparison is written year-month-day, such as date('${example}').`,
  }),
  'date-as-number': rule<{ written: string; number: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A date is compared with a number',
    why: 'A date counts as the days since 1 January 1970, so that any date of our time is a number near 20000.',
    message: ({ written, number }) => `${shown(written)} is a date and ${number} is a number.`,
    help: ({ written }) =>
      `For an age in years write int((today() - ${written}) div 365.25); for the year, number(format-date(${written}, '%Y')); for a certain day, date('2024-12-31').`,
  }),
  'date-in-quotes': rule<{ written: string; date: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A date in quotes where it is ordered or counted with',
    why: 'Collect takes it for a text that is no number: the comparison never holds, and a difference stays empty. Web forms read it as a date.',
    message: ({ written, date }) => `${shown(written)} is a text here, not the date ${date}.`,
    help: ({ date }) => `Write date('${date}').`,
  }),
  'text-as-number': rule<{
    written: string;
    operator: string;
    is: 'text' | 'free' | 'codes' | 'code' | 'place';
    orders: boolean;
    joins: boolean;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A text or code is counted with as if it were a number',
    why: 'What is no number counts as nothing: a sum stays empty, and a comparison by < or > never holds. Nobody tells.',
    message: ({ written, operator, is, orders }) => {
      const what = orders ? `is put in order by ${operator}` : `is counted with by ${operator}`;
      if (is === 'free') return `${shown(written)} is answered in words, but ${what}.`;
      if (is === 'codes') return `${shown(written)} can hold several codes, but ${what}.`;
      if (is === 'code') return `None of the codes of ${shown(written)} is a number, but it ${what}.`;
      return `${shown(written)} is ${is === 'place' ? 'a place' : 'a text'}, but ${what}.`;
    },
    help: ({ written, is, orders, joins }) => {
      if (joins) return 'To join texts write concat(…, …).';
      if (is === 'free') return 'Ask for it with type integer or decimal.';
      if (is === 'codes') return `For the number of chosen codes write count-selected(${written}).`;
      return orders
        ? 'Compare by = with the values that are meant; only numbers and dates have an order.'
        : 'Give each value its number: if(… = …, 1, 0).';
    },
  }),
  'whole-days': rule<{ left: string; right: string; operator: string; is: 'time' | 'dateTime' }>({
    severity: 'error',
    page: PAGE,
    title: 'Times are compared by whole days',
    why: 'Collect compares whole days, so all times of a day are the same for it. ODK Web Forms sees the time beside a date, and cannot order times alone.',
    message: ({ left, right, operator, is }) =>
      is === 'time'
        ? `For Collect ${shown(left)} and ${shown(right)} are the same day, so ${operator} cannot tell them apart.`
        : `For Collect ${shown(left)} and ${shown(right)} are two days: ${operator} does not see the time of day.`,
    help: ({ left, operator, right, is }) => {
      const call = is === 'time' ? 'decimal-time' : 'decimal-date-time';
      return `Write ${call}(${left}) ${operator} ${call}(${right}).`;
    },
  }),
  'condition-as-text': rule<{ written: string; text: string; by: '=' | '!='; differs: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'A condition is compared with a text',
    why: 'Any text counts as true, also one that says no.',
    message: ({ written, text, differs }) =>
      differs
        ? `${shown(written)} holds or does not; for Collect ${quote(text)} in quotes counts as true, for web forms it is a text.`
        : `${shown(written)} holds or does not, and ${quote(text)} in quotes counts as true, whatever it says.`,
    help: ({ written, text, by }) => {
      const negative = /^(?:false|no|0)$/i.test(text) === (by === '=');
      return negative ? `Write not(${written}).` : `Write ${written} alone.`;
    },
  }),
  'no-condition': rule<{
    written: string;
    key: string;
    is: 'text' | 'number' | 'date' | 'place' | 'code';
    holds: boolean;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A value stands where a condition belongs',
    why: 'Nobody tells: the form works, and whatever is not empty counts as yes.',
    message: ({ written, key, is }) =>
      is === 'code'
        ? `${shown(written)} is the code of an answer and no condition: ${key} holds for every answer, whatever it says.`
        : `${shown(written)} is a ${is} and no condition: ${key} holds as soon as there is any.`,
    help: ({ written, is, holds }) => {
      if (holds) return 'Write a condition, such as ${age} > 17.';
      return is === 'code'
        ? `Say which answer is meant, as in ${written} = 'yes'. If any answer will do, write ${written} != ''.`
        : `Write what it must be, as in ${written} != ''.`;
    },
  }),
  'compared-with-itself': rule<{ written: string; always: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'Something is compared with itself',
    why: 'Nobody tells: the comparison has the same outcome for every answer.',
    message: ({ written, always }) =>
      `${shown(written)} stands on both sides, so this ${always ? 'always' : 'never'} holds.`,
    help: () => 'Name the other question that is meant on one of the sides.',
  }),
  'selected-answer': rule<{
    call: string;
    written: string;
    is: 'code' | 'answer';
    type: 'number' | 'date' | 'condition' | 'place';
  }>({
    severity: 'error',
    page: PAGE,
    title: 'selected() is given something that holds no codes',
    why: 'Collect stops with an error as soon as it computes this.',
    message: ({ call, written, is, type }) =>
      is === 'code'
        ? `${call} looks for a code in quotes, but ${shown(written)} is a ${type}.`
        : `${call} looks at chosen codes, but ${shown(written)} is a ${type}.`,
    help: ({ written, is }) =>
      is === 'code' ? `Write '${written}', with quotes.` : `Compare it by a sign, as in ${written} = ….`,
  }),
  'no-date': rule<{ text: string; call: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A text that is no date',
    why: 'Collect stops with an error as soon as it computes this.',
    message: ({ text, call }) => `${quote(text)} is no date that ${call} can read.`,
    help: () => "Write an existing day as year-month-day, such as '2024-12-31'.",
  }),
  'unknown-column': rule<{ name: string; rows: string; columns: readonly string[]; suggestion: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'An expression reads a column that the list or file does not have',
    why: 'Nobody tells: the value is always empty, or no row is found.',
    message: ({ name, rows, suggestion }) => `${quote(rows)} has no column ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ columns, suggestion }) =>
      suggestion === undefined ? `Write one of its columns: ${quotedFew(columns)}.` : `Write ${suggestion}.`,
  }),
  'choice-name-list': rule<{ written: string; list: string; missing: readonly string[]; all: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'jr:choice-name looks for a label in the list of another question',
    why: 'The label stays empty for codes that the list does not have.',
    message: ({ written, list, missing, all }) =>
      all
        ? `No code of ${shown(written)} is in ${quote(list)}, where its label is looked for.`
        : `${shown(written)} can be ${quotedFew(missing)}, which ${quote(list)} does not have.`,
    help: ({ written }) =>
      `Name in quotes the question that the answer comes from: jr:choice-name(${written}, '${written}').`,
  }),
  'code-in-text': rule<{ name: string; codes: readonly string[]; several: boolean }>({
    severity: 'info',
    page: PAGE,
    title: 'A text shows the code of an answer',
    why: 'People read the code and not its label, the same in all languages.',
    message: ({ name, codes, several }) =>
      `\${${name}} shows ${several ? 'codes' : 'a code'} such as ${quotedFew(codes.slice(0, 2))}, not ${several ? 'their labels' : 'its label'}.`,
    help: ({ name, several }) =>
      several
        ? `Compute the labels: join(', ', …) with jr:choice-name(selected-at(\${${name}}, 0), '\${${name}}') for each.`
        : `Compute jr:choice-name(\${${name}}, '\${${name}}') in a calculate, and refer to that.`,
  }),
};
