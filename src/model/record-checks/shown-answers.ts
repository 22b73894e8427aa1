import type { Answer } from '../../expression/evaluate/answer.ts';
import { formatMoment } from '../../expression/evaluate/date-write.ts';
import { toText } from '../../expression/evaluate/convert.ts';
import { isMoment } from '../../expression/evaluate/value.ts';
import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { Dictionary } from '../dictionary.ts';
import { type Text, textInAny } from '../facets.ts';
import { isHidden } from '../record/hidden.ts';
import type { RecordScope } from '../record/record-scope.ts';
import { answersAt } from './answers-at.ts';
import type { SeenAnswer } from './compiled-check.ts';

/** For whom findings are. */
export interface Showing {
  /** The tags of the languages of messages, the first that a message has; the dictionary's own in any case. */
  readonly languages: readonly string[];
  /** Whether answers about persons are shown. */
  readonly personal: boolean;
}

/** What findings show of the answers of a form. */
export interface ShownAnswers {
  /** The answers to a question, seen from a row of `from`. */
  seen(target: ScopeNode, from: ScopeNode, row: RecordView): SeenAnswer;
  /** A text with answers in the place of `${name}`; what is hidden, and what the form does not have, stays as it is written. */
  fill(text: Text | undefined, from: ScopeNode, row: RecordView): string | undefined;
}

const FEW = 5;

export function shownAnswers(dictionary: Dictionary, scope: RecordScope, showing: Showing): ShownAnswers {
  const isLeftOut = (node: ScopeNode): boolean => !showing.personal && isHidden(node, scope, dictionary);
  const filled = (name: string, from: ScopeNode, row: RecordView): string | undefined => {
    const node = scope.find(name);
    if (node?.kind !== 'answer' || isLeftOut(node)) return undefined;
    return listed(given(node, from, row).map((answer) => labelled(answer, node, scope)));
  };
  return {
    seen: (target, from, row) => {
      const answers = given(target, from, row);
      const hidden = answers.length > 0 && isLeftOut(target);
      return { node: target, value: hidden ? undefined : listed(answers.map(inWords)), hidden };
    },
    fill: (text, from, row) => {
      const local = textInAny(text, [...showing.languages, dictionary.defaultLanguage]);
      if (!local) return undefined;
      let [shown, end] = ['', 0];
      for (const { name, span } of local.parsed.references) {
        const written = local.string.text.slice(span.start, span.end);
        shown += local.string.text.slice(end, span.start) + (filled(name, from, row) ?? written);
        ({ end } = span);
      }
      return shown + local.string.text.slice(end);
    },
  };
}

function given(target: ScopeNode, from: ScopeNode, row: RecordView): readonly Answer[] {
  return answersAt(target, from)(row).filter((answer) => answer !== '');
}

function listed(values: readonly string[]): string {
  return values.length > FEW ? `${values.slice(0, FEW).join(', ')}, …` : values.join(', ');
}

/** A moment with its time, where it is not the first of the day. */
function inWords(answer: Answer): string {
  if (!isMoment(answer) || answer.local % DAY === 0) return toText(answer);
  return formatMoment(answer, '%Y-%m-%d %H:%M') ?? toText(answer);
}

const DAY = 86_400_000;

/** Codes by what people read for them. */
function labelled(answer: Answer, { list }: ScopeNode, scope: RecordScope): string {
  const text = inWords(answer);
  if (list === undefined) return text;
  return text
    .split(' ')
    .map((code) => scope.label(list, code) ?? code)
    .join(', ');
}
