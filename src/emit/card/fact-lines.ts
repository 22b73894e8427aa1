import type { Fact, FactValue } from '../codebook/page-data.ts';
import { flat } from '../codebook/reader.ts';
import type { Line, Statement } from '../logic/statement.ts';
import type { Reader } from '../codebook/reader.ts';
import type { CardFact, CardLine } from './card.ts';

/** The facts of the codebook as lines of text. */
export function asCardFacts(facts: readonly Fact[], reader: Reader): readonly CardFact[] {
  return facts.map(({ term, values }) => ({ term, lines: values.flatMap((value) => valueLines(value, reader)) }));
}

function valueLines(value: FactValue, reader: Reader): readonly CardLine[] {
  switch (value.kind) {
    case 'text':
      return [{ text: flat(value.text) }];
    case 'plain':
    case 'code':
    case 'key':
      return [{ text: value.text }];
    case 'explained':
      return [{ text: value.help === '' ? value.word : `${value.word}: ${value.help}` }];
    case 'quote':
      return [{ text: value.quote.text }];
    case 'sentence':
      return [{ text: lineText(value.line) }];
    case 'logic':
      return [
        ...value.statements.flatMap((statement) => statementLines(statement, 0, reader)),
        ...value.written.map((text) => ({ text })),
      ];
  }
}

/** A statement in words: what is nested stands further in. */
function statementLines(statement: Statement, depth: number, reader: Reader): readonly CardLine[] {
  if (statement.kind === 'line' || statement.kind === 'pair') return [{ text: lineText(statement.line), depth }];
  if (statement.kind === 'group')
    return [
      { text: statement.heading, depth },
      ...statement.parts.flatMap((part) => statementLines(part, depth + 1, reader)),
    ];
  const { logic } = reader.words;
  return [
    ...statement.cases.flatMap(({ when, value }, index) => [
      { text: index === 0 ? logic.if : logic.elseIf, depth },
      ...statementLines(when, depth + 1, reader),
      { text: logic.so, depth },
      ...statementLines(value, depth + 1, reader),
    ]),
    { text: logic.otherwise, depth },
    ...statementLines(statement.otherwise, depth + 1, reader),
  ];
}

function lineText(line: Line): string {
  return line.map((piece) => (piece.kind === 'quote' ? `"${piece.text}"` : piece.text)).join('');
}
