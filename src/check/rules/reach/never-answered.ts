import type { Report } from '../../../diagnostics/collector.ts';
import { casesOfAnswer } from '../../../expression/domains/answer-comparison.ts';
import { answered } from '../../../expression/domains/answers.ts';
import type { Cases } from '../../../expression/domains/cases.ts';
import type { Variable } from '../../../expression/domains/names.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Item, Question } from '../../../model/item.ts';
import { placeOf } from '../../../source/source-string.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import type { Reading } from '../../readings.ts';
import { untold } from '../../rule-set.ts';
import { isAnsweredByHand } from './answers.ts';
import { factsButOf, type Facts, rangeOf } from './facts.ts';
import { type Places, readingIn } from './places.ts';
import { clausesOf, disprove, isOnPurpose, type Proof } from './proof.ts';
import { placeOfParts, reasonOf, relatedTo, wordsIn } from './telling.ts';

/** A question with a constraint, as a variable of that. */
interface Limited {
  readonly question: Question;
  readonly variable: Variable;
  readonly reading: Reading;
  readonly tree: Expression;
}

/** Constraints that no answer meets, or not the one that stands there at first. Gives the questions of the former. */
export function checkAnswered(
  places: Places,
  facts: Facts,
  never: ReadonlySet<Item>,
  report: Report,
): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const { item } of places.view.visits) {
    const limited = never.has(item) ? undefined : limitedBy(item, places);
    if (!limited) continue;
    const proof = proofOf(limited, answered(limited.variable, true), places, facts);
    if (!proof) checkDefault(limited, places, facts, report);
    else if (!isOnPurpose(proof) && !isBlocking(proof)) tell(limited, proof, places, report);
    if (proof) found.add(item);
  }
  return found;
}

/** Nobody answers a note or a calculation, so that their constraints are no matter of answers. */
function limitedBy(item: Item, places: Places): Limited | undefined {
  if (item.kind === 'section' || !item.facets.constraint || !isAnsweredByHand(item)) return undefined;
  if (item.type.word === 'note' || questionTypes.get(item.type.word)?.visible !== true) return undefined;
  const variable = places.variable(item.name.string.text);
  const reading = readingIn(item, 'constraint');
  return variable && reading?.tree ? { question: item, variable, reading, tree: reading.tree } : undefined;
}

function proofOf(
  { question, variable, reading, tree }: Limited,
  given: Cases,
  places: Places,
  facts: Facts,
): Proof | undefined {
  return disprove({
    parts: clausesOf(tree),
    names: places.names(reading),
    given,
    around: rangeOf(question, variable),
    about: factsButOf(question, facts),
  });
}

/** `. = ''` keeps people from going on, and says why. */
function isBlocking({ parts }: Proof): boolean {
  return parts.every(({ node }) => {
    const inner = bare(node);
    const sides = inner.kind === 'binary' && inner.operator === '=' ? [inner.left, inner.right] : [];
    return sides.map(bare).some((side) => side.kind === 'string' && side.value === '');
  });
}

function tell({ question, reading }: Limited, { parts, because }: Proof, { view }: Places, report: Report): void {
  const { required } = question.facets;
  const isRequired = required?.kind === 'flag' && required.value;
  const { at, others } = placeOfParts(parts, reading);
  const params = {
    name: question.name.string.text,
    written: wordsIn(parts, reading),
    because: because.map(reasonOf),
    isRequired,
  };
  const related = [...others, ...because.map(relatedTo)];
  report('never-answered', at, params, { related, ...(isRequired ? { severity: untold(view.profiles) } : {}) });
}

function checkDefault(limited: Limited, places: Places, facts: Facts, report: Report): void {
  const { default: initial } = limited.question.facets;
  const text = initial?.kind === 'value' ? initial.string.text.trim() : '';
  if (!initial || text === '') return;
  const given = casesOfAnswer(limited.variable, { kind: 'text', text }, { operator: '=', holds: true });
  const proof = given && given.length > 0 ? proofOf(limited, given, places, facts) : undefined;
  if (!proof || proof.because.length > 0) return;
  const params = {
    name: limited.question.name.string.text,
    value: text,
    written: wordsIn(proof.parts, limited.reading),
  };
  const { at } = placeOfParts(proof.parts, limited.reading);
  report('default-not-allowed', placeOf(initial.string), params, {
    related: [{ message: 'the constraint', location: at }],
  });
}
