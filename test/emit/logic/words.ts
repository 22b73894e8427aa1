import { parseExpression } from '../../../src/expression/parser.ts';
import { conditionInWords, valueInWords } from '../../../src/emit/logic/logic.ts';
import type { LogicNames, Named } from '../../../src/emit/logic/names.ts';
import type { Line, Piece, Quote, Statement } from '../../../src/emit/logic/statement.ts';
import { codebookWording } from '../../../src/vocabulary/codebook-wording.ts';
import type { LogicWords } from '../../../src/vocabulary/codebook/words.ts';

const quote = (text: string): Quote => ({ kind: 'quote', text, lang: '', href: '' });

const yesNo = new Map([
  ['yes', 'Yes'],
  ['no', 'No'],
]);
const needs = new Map([
  ['food', 'Food'],
  ['water', 'Water'],
  ['none', 'No need'],
]);

function named(
  label: string,
  answer: Named['answer'],
  codes: ReadonlyMap<string, string> = new Map(),
  several = false,
): Named {
  return {
    quote: quote(label),
    answer,
    several,
    code: (name) => {
      const found = codes.get(name);
      return found === undefined ? undefined : quote(found);
    },
  };
}

const questions: ReadonlyMap<string, Named> = new Map([
  ['consent', named('Do you agree?', 'code', yesNo)],
  ['needs', named('Needs', 'codes', needs)],
  ['age', named('Age', 'other')],
  ['size', named('Household size', 'other')],
  ['arrival', named('Arrival', 'date')],
  ['score', named('Score', 'computed')],
  ['member', named('Member', 'section')],
  ['member_age', named('Age of the member', 'other', new Map(), true)],
  [
    'rank',
    named(
      'Rank',
      'code',
      new Map([
        ['1', 'First'],
        ['2', 'Second'],
      ]),
    ),
  ],
  ['village', named('Village', 'code')],
]);

function namesFor(self: string, inChoices: boolean): LogicNames {
  return {
    question: (name) => questions.get(name),
    self: questions.get(self),
    inChoices,
    list: (name) => (name === 'villages' ? { quote: quote('Villages'), code: () => undefined } : undefined),
  };
}

interface Place {
  /** The question that the expression belongs to. */
  readonly self?: string;
  readonly inChoices?: boolean;
  readonly tag?: string;
}

export const AS_WRITTEN = '(as written)';

/** A condition in words, with lists indented, labels in quotes and what is typed between backticks. */
export function condition(expression: string, { self = 'age', inChoices = false, tag = 'en' }: Place = {}): string {
  const { logic } = codebookWording(tag).words;
  const statement = conditionInWords(parseExpression(expression), namesFor(self, inChoices), logic);
  return statement ? print(statement, logic) : AS_WRITTEN;
}

export function value(expression: string, { self = 'age', inChoices = false, tag = 'en' }: Place = {}): string {
  const { logic } = codebookWording(tag).words;
  const statement = valueInWords(parseExpression(expression), namesFor(self, inChoices), logic);
  return statement ? print(statement, logic) : AS_WRITTEN;
}

export function print(
  statement: Statement,
  words: Pick<LogicWords, 'if' | 'elseIf' | 'so' | 'otherwise'>,
  indent = '',
): string {
  const inner = (part: Statement): string => print(part, words, `${indent}  `);
  switch (statement.kind) {
    case 'line':
    case 'pair':
      return printLine(statement.line);
    case 'group':
      return [statement.heading, ...statement.parts.map((part) => `${indent}- ${inner(part)}`)].join('\n');
    case 'cases': {
      const cases = statement.cases.map(({ when, value: given }, at) => {
        return `${at === 0 ? words.if : `${indent}${words.elseIf}`} ${inner(when)} ${words.so} ${inner(given)}`;
      });
      return [...cases, `${indent}${words.otherwise} ${inner(statement.otherwise)}`].join('\n');
    }
  }
}

export function printLine(line: Line): string {
  return line.map(printPiece).join('');
}

function printPiece({ kind, text }: Piece): string {
  return kind === 'quote' ? `“${text}”` : kind === 'code' ? `\`${text}\`` : text;
}
