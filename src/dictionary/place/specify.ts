import type { CodeList } from '../../model/code-list.ts';
import type { Plain, Text } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import { asFormula, asLocalText } from '../../model/parse.ts';
import { asTypeUse, listOf } from '../../model/type-use.ts';
import { written } from '../../source/source-string.ts';
import { pleaseSpecify, wordingIn } from '../../vocabulary/wording.ts';
import type { Placing } from './parameters.ts';
import { buildQuestion } from './question.ts';
import type { Stock } from './stock.ts';

/** The text question right after a question with `specify`, shown for the code that is marked `special: other`. */
export function specifyQuestion(question: Question, placing: Placing, stock: Stock): readonly Question[] {
  const { specify } = question.meaning;
  if (!specify) return [];
  const code = otherCode(question, stock.codeLists);
  if (code === undefined) {
    const list = listOf(question.type)?.string.text ?? question.type.string.text;
    placing.report('specify-without-other', specify.origin.location, { name: question.name.string.text, list });
    return [];
  }
  const chosen = question.type.word.startsWith('select_multiple')
    ? `selected(${ref(question)}, '${code}')`
    : `${ref(question)} = '${code}'`;
  const relevant = asFormula({ string: written(chosen, specify.origin.location), origin: specify.origin });
  const text = textQuestion(specify, placing, stock);
  return [{ ...text, facets: { ...text.facets, relevant } }];
}

function ref({ name }: Question): string {
  return `\${${name.string.text}}`;
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
