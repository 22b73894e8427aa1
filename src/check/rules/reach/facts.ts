import { casesOfAnswer } from '../../../expression/domains/answer-comparison.ts';
import { answered } from '../../../expression/domains/answers.ts';
import { about, any, ANYTIME, both, type Cases } from '../../../expression/domains/cases.ts';
import { numberCases } from '../../../expression/domains/compared.ts';
import type { Variable } from '../../../expression/domains/names.ts';
import type { Item, Question } from '../../../model/item.ts';
import type { SourceString } from '../../../source/source-string.ts';
import { scaleOf } from '../parameters/range.ts';
import { writtenParameters } from '../parameters/written.ts';
import { isAnsweredByHand } from './answers.ts';
import { type Places, readingIn } from './places.ts';

/**
 * Something that is sure of a question that has an answer, or of everything inside a group that is shown: it keeps its
 * constraint, it lies within its parameters, and its relevance holds. That an answer is required is none of it, because
 * expressions are computed long before the last answer is given.
 */
export interface Fact {
  readonly kind: 'constraint' | 'parameters' | 'relevant';
  readonly owner: Item;
  /** As it was written, where it was written. */
  readonly string: SourceString;
  readonly cases: Cases;
  /** The question that it limits; nothing where it is a relevance, which speaks of others. */
  readonly variable: Variable | undefined;
}

export interface Facts {
  /** Of a question that has an answer. */
  about(name: string): readonly Fact[];
  /** Of a question's or group's own relevance. */
  relevance(item: Item): Fact | undefined;
}

export function factsIn(places: Places): Facts {
  const known = new Map<string, readonly Fact[]>();
  const relevances = new Map<Item, Fact | undefined>();
  const relevance = (item: Item): Fact | undefined => {
    if (!relevances.has(item)) relevances.set(item, relevanceOf(item, places));
    return relevances.get(item);
  };
  return {
    relevance,
    about: (name) => {
      const facts = known.get(name) ?? findFacts(name, places, relevance);
      known.set(name, facts);
      return facts;
    },
  };
}

/** What is known of all questions but the one that is looked at. */
export function factsButOf(item: Item | undefined, facts: Facts): Facts['about'] {
  const own = item?.name.string.text;
  return (name) => (name === own ? [] : facts.about(name).filter(({ owner }) => owner !== item));
}

function findFacts(name: string, places: Places, relevance: Facts['relevance']): readonly Fact[] {
  const variable = places.variable(name);
  const visit = variable && places.index.target(name);
  if (!variable || visit?.item.kind !== 'question') return [];
  const shown = [visit.item, ...visit.path].flatMap((item) => relevance(item) ?? []);
  // What is never asked by itself says nothing of others.
  if (shown.some(({ cases }) => cases.length === 0)) return [];
  return [...limitsOf(visit.item, variable, places), ...shown];
}

/** What an answer is limited to by its question alone. */
function limitsOf(question: Question, variable: Variable, places: Places): readonly Fact[] {
  const facts = [...constraintOf(question, variable, places), ...rangeOf(question, variable)];
  return facts.filter(({ cases }) => cases !== ANYTIME && cases.length > 0);
}

function constraintOf(question: Question, variable: Variable, places: Places): readonly Fact[] {
  const reading = readingIn(question, 'constraint');
  if (!reading || !isAnsweredByHand(question)) return [];
  // Other answers can change after this one was given, and a constraint is looked at when an answer is given.
  const own = about(variable.name, both(places.casesOf(reading), answered(variable, true)));
  const cases = own.length === 0 ? own : any([own, initially(question, variable)]);
  const { string } = reading;
  return [{ kind: 'constraint', owner: question, string, cases, variable }];
}

/** A default stands there before anybody looks at the question, whatever the constraint says. */
function initially({ facets }: Question, variable: Variable): Cases {
  const text = facets.default?.string.text.trim() ?? '';
  if (text === '') return [];
  return casesOfAnswer(variable, { kind: 'text', text }, { operator: '=', holds: true }) ?? ANYTIME;
}

/** The ends of a scale. */
export function rangeOf(question: Question, variable: Variable): readonly Fact[] {
  const written = question.type.word === 'range' ? writtenParameters(question) : undefined;
  const scale = written && scaleOf(written);
  if (!written || !scale || !isAnsweredByHand(question) || question.facets.default) return [];
  const { name } = variable;
  const [start, end] = [Number(scale.words.start), Number(scale.words.end)];
  const from = numberCases(name, Math.min(start, end), { operator: '>=', holds: true }, false);
  const to = numberCases(name, Math.max(start, end), { operator: '<=', holds: true }, false);
  const { string } = written.plain;
  return [
    {
      kind: 'parameters',
      owner: question,
      string,
      cases: both(from, to),
      variable,
    },
  ];
}

function relevanceOf(item: Item, places: Places): Fact | undefined {
  const reading = readingIn(item, 'relevant');
  const cases = reading && places.casesOf(reading);
  if (!reading || cases === ANYTIME || !cases) return undefined;
  const { string } = reading;
  return { kind: 'relevant', owner: item, string, cases, variable: undefined };
}
