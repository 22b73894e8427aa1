import { originAt } from '../../core/origin.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Plain } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import { asTypeUse } from '../../model/type-use.ts';
import { written } from '../../source/source-string.ts';
import { definitionName } from '../define/manifest.ts';
import type { RawVariable, VariableValues } from '../define/variables.ts';
import { given } from '../language/key.ts';
import { toFacets } from './facets.ts';
import { toMeaning } from './meaning.ts';
import { outermost, placeCells, placeExactly, type Placing } from './parameters.ts';

export interface QuestionParts {
  readonly name: Plain;
  readonly values: VariableValues;
  readonly origin: Plain['origin'];
  readonly variable: string | undefined;
}

export function buildQuestion({ name, values, origin, variable }: QuestionParts, placing: Placing): Question {
  const type = given(values.type);
  return {
    kind: 'question',
    name,
    type: asTypeUse(type ? placeExactly(type, placing) : { string: written('', origin.location), origin }),
    facets: toFacets(values, placing),
    columns: placeCells(given(values.columns), placing),
    meaning: toMeaning(values, placing),
    variable,
    origin: { location: origin.location, trail: placing.trail },
  };
}

/** A variable as defined; what a module would fill in is left as it is written. */
export function definedQuestion(variable: RawVariable, { defaultLanguage, report }: Placing): Question {
  return defined(variable, [defaultLanguage], report, defaultLanguage);
}

/** One question a variable in every run, so that what forms ask unchanged is the very same thing. */
const defined = recall(({ name, nameLocation, values }: RawVariable, report, defaultLanguage: string): Question => {
  const placing = outermost(defaultLanguage, (rule, at, params, more) =>
    rule === 'undeclared-parameter' ? undefined : report(rule, at, params, more),
  );
  const parts = { name: definitionName(name, nameLocation), values, origin: originAt(nameLocation), variable: name };
  return buildQuestion(parts, placing);
}, 'always');
