import type { Condition, Default, Question } from '../../model/item.ts';
import type { Formula } from '../../model/facets.ts';
import type { Section } from '../../model/item.ts';
import { parentQuestions } from '../../model/deliver/parents.ts';
import { listOf } from '../../model/type-use.ts';
import type { PageWord } from '../../vocabulary/codebook/words.ts';
import { conditionInWords, valueInWords } from '../logic/logic.ts';
import type { Statement } from '../logic/statement.ts';
import type { Concept } from './catalogue.ts';
import { fact, sentence, textFact } from './fact.ts';
import { namesAt, quoted, type Standpoint } from './names.ts';
import type { Fact, FactValue } from './page-data.ts';
import type { Reader } from './reader.ts';

export function conditionValue(formula: Formula, at: Standpoint, reader: Reader, inChoices = false): FactValue {
  const statement = conditionInWords(formula.parsed, namesAt(at, reader, inChoices), reader.words.logic);
  return { kind: 'logic', statements: statement ? [statement] : [], written: [formula.string.text] };
}

export function computedValue(formula: Formula, at: Standpoint, reader: Reader): FactValue {
  const statement = valueInWords(formula.parsed, namesAt(at, reader), reader.words.logic);
  return { kind: 'logic', statements: statement ? [statement] : [], written: [formula.string.text] };
}

/** When a question is asked, with the conditions of the sections around it. */
export function relevanceFacts(at: Standpoint, term: PageWord, reader: Reader): readonly Fact[] {
  const stops = [...at.path, at.item];
  const formulas = stops.flatMap(({ facets }, depth) => {
    const formula = facets.relevant;
    return formula && formula.string.text.trim() !== '' ? [{ formula, path: at.path.slice(0, depth) }] : [];
  });
  const [first, ...more] = formulas;
  if (!first) return [];
  if (more.length === 0) return fact(term, [conditionValue(first.formula, at, reader)], reader);
  const all = reader.words.logic.all;
  const parts = formulas.flatMap(({ formula, path }) => {
    const names = namesAt({ ...at, path }, reader);
    const statement = conditionInWords(formula.parsed, names, reader.words.logic) ?? asWritten(formula);
    return statement.kind === 'group' && statement.heading === all ? statement.parts : [statement];
  });
  const written = formulas.map(({ formula }) => formula.string.text);
  return fact(term, [{ kind: 'logic', statements: [{ kind: 'group', heading: all, parts }], written }], reader);
}

function asWritten({ string }: Formula): Statement {
  return { kind: 'line', line: [{ kind: 'code', text: string.text }] };
}

type Facets = Question['facets'];

/** How the answer of a question is limited, needed, computed and offered. */
export function ruleFacts(facets: Facets, at: Standpoint, reader: Reader): readonly Fact[] {
  const { constraint, calculation, choice_filter: filter } = facets;
  return [
    ...(calculation ? fact('computed', [computedValue(calculation, at, reader)], reader) : []),
    ...(constraint ? fact('constraint', [conditionValue(constraint, at, reader)], reader) : []),
    ...textFact('message', facets.constraint_message, reader),
    ...conditionFacts('required', facets.required, at, reader),
    ...textFact('message', facets.required_message, reader),
    ...(filter ? fact('choices', [conditionValue(filter, at, reader, true)], reader) : []),
    ...conditionFacts('readOnly', facets.read_only, at, reader),
    ...defaultFacts(facets.default, at, reader),
  ];
}

export function conditionFacts(
  term: PageWord,
  condition: Condition | undefined,
  at: Standpoint,
  reader: Reader,
): readonly Fact[] {
  if (!condition) return [];
  if (condition.kind === 'formula') return fact(term, [conditionValue(condition, at, reader)], reader);
  return condition.value ? fact(term, [{ kind: 'plain', text: reader.words.page.requiredAlways }], reader) : [];
}

function defaultFacts(value: Default | undefined, at: Standpoint, reader: Reader): readonly Fact[] {
  if (!value || value.string.text === '') return [];
  if (value.kind === 'formula') return fact('default', [computedValue(value, at, reader)], reader);
  const label = namesAt(at, reader).self?.code(value.string.text);
  return fact('default', [label ? { kind: 'quote', quote: label } : { kind: 'code', text: value.string.text }], reader);
}

/** The question that narrows the choices because its list stands above this one's. */
export function parentFacts({ question, placements }: Concept, reader: Reader): readonly Fact[] {
  const [first] = placements;
  const list = reader.catalogue.dictionary.codeLists.get(listOf(question.type)?.string.text ?? '');
  if (!first || !list?.parent || question.facets.choice_filter) return [];
  const { chosen } = parentQuestions(first, list, first.form.form);
  const concept = chosen && reader.catalogue.conceptOf.get(chosen);
  if (!chosen || !concept) return [];
  const quote = quoted(chosen.facets.label, chosen.name.string.text, concept.anchor, reader);
  return fact('parent', [sentence(reader.words.page.parentOf, [quote])], reader);
}

/** How many entries a repeat has, and when a section is shown. */
export function sectionFacts(item: Section, at: Standpoint, reader: Reader): readonly Fact[] {
  const { relevant, repeat_count: count } = item.facets;
  return [
    ...(relevant ? fact('shown', [conditionValue(relevant, at, reader)], reader) : []),
    ...(count ? fact('repeatCount', [computedValue(count, at, reader)], reader) : []),
  ];
}
