import { literal } from '../../expression/literal.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Plain, Text } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import { joinAnd } from '../../model/join.ts';
import { asFormula, asLocalText } from '../../model/parse.ts';
import { asTypeUse, isKnownType, listOf } from '../../model/type-use.ts';
import { written } from '../../source/source-string.ts';
import { pleaseSpecify, wordingIn } from '../../vocabulary/wording.ts';
import type { RawAsk } from '../define/raw-item.ts';
import type { RawVariable } from '../define/variables.ts';
import { given } from '../language/key.ts';
import type { Placing } from './parameters.ts';
import { buildQuestion } from './question.ts';
import type { Stock } from './stock.ts';

/** What the text question of a `specify` is made from: nothing where there is none. */
export function specifyInputs(
  { values }: RawAsk,
  variable: RawVariable | undefined,
  { codeLists, languages, variables }: Stock,
): readonly unknown[] {
  const specify = given(values.specify) ?? given(variable?.values.specify);
  if (!specify) return [];
  const lists = [...codeLists.values()].map(({ codes }) => codes);
  return [lists, languages, variables.get(specify.string.text)];
}

/** The text question right after a question with `specify`, shown for the code that is marked `special: other`. */
export function specifyQuestion(question: Question, placing: Placing, stock: Stock): readonly Question[] {
  const { specify } = question.meaning;
  if (!specify) return [];
  const list = listOf(question.type)?.string.text;
  // A type or list that does not exist is told by a rule of its own.
  if (!isKnownType(question.type) || (list !== undefined && !stock.codeLists.has(list))) return [];
  const code = otherCode(question, stock.codeLists);
  if (code === undefined) {
    const name = question.name.string.text;
    placing.report('specify-without-other', specify.origin.location, { name, list: list ?? question.type.string.text });
    return [];
  }
  const string = written(isOther(question, code), specify.origin.location);
  const relevant = asFormula({ string, origin: specify.origin });
  const text = textQuestion(specify, placing, stock);
  return [{ ...text, facets: { ...text.facets, relevant: joinAnd(text.facets.relevant, relevant) } }];
}

function isOther({ name, type }: Question, code: string): string {
  const reference = `\${${name.string.text}}`;
  return type.word.startsWith('select_multiple')
    ? `selected(${reference}, ${literal(code)})`
    : `${reference} = ${literal(code)}`;
}

function otherCode({ type }: Question, lists: ReadonlyMap<string, CodeList>): string | undefined {
  const list = lists.get(listOf(type)?.string.text ?? '');
  return list?.codes.find((code) => code.special === 'other' && !code.retired)?.name.string.text;
}

/** A variable of that name gives its wording; otherwise the compiler's own, in every language. */
function textQuestion(name: Plain, placing: Placing, { variables, languages }: Stock): Question {
  const variable = variables.get(name.string.text);
  const { origin } = name;
  if (variable) return buildQuestion({ name, values: variable.values, origin, variable: variable.name }, placing);
  return {
    kind: 'question',
    name,
    type: asTypeUse({ string: written('text', origin.location), origin }),
    facets: { label: pleaseSpecifyIn(languages, origin) },
    columns: new Map(),
    meaning: {},
    variable: undefined,
    origin,
  };
}

function pleaseSpecifyIn(languages: readonly string[], origin: Plain['origin']): Text {
  const tags = languages.length > 0 ? languages : [''];
  const texts = tags.map(
    (tag) => [tag, asLocalText({ string: written(wordingIn(pleaseSpecify, tag), origin.location), origin })] as const,
  );
  return { byLanguage: new Map(texts), origin };
}
