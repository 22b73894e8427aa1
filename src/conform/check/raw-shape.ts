import { submissionSchema } from '../../emit/json-schema/schema-files.ts';
import { schemaValidator, type SchemaProblem } from '../../formats/json-schema.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { Shape } from '../../submissions/submission.ts';
import type { FormVersion } from '../form-version.ts';
import type { Tell } from './telling.ts';

/** Holds submissions against the JSON Schema of their form, as the server delivers them. */
export type ShapeCheck = (
  answers: JsonRecord,
  record: RecordView,
  isTold: (name: string) => boolean,
  tell: Tell,
) => void;

/** What is told of keys is told in words of their own. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties', 'allOf', 'required']);

/**
 * Tells what neither types nor codes tell: a number where the server writes text, a damaged `_attachments`. Of an answer of
 * which something was told, nothing more is. Only what servers deliver as JSON has such a schema.
 */
export function shapeCheck({ scope, delivery, dictionary }: FormVersion, shape: Shape): ShapeCheck | undefined {
  if (shape !== 'kobo' && shape !== 'odata') return undefined;
  const validate = schemaValidator(submissionSchema(shape, scope.nodes, delivery, dictionary, 'ignored'));
  return (answers, record, isTold, tell) => {
    for (const problem of validate(answers))
      if (!ABOUT_KEYS.has(problem.keyword) && !isTold(nameIn(problem))) tellShape(problem, record, tell);
  };
}

/** `group/member[2]/age`: in the entries of a repeat, too, KoboToolbox names whole paths. */
function placeIn({ path }: SchemaProblem): string {
  let [place, plain] = ['', ''];
  for (const part of path) {
    if (/^\d+$/.test(part)) place += `[${Number(part) + 1}]`;
    else {
      const own = part.startsWith(`${plain}/`) ? part.slice(plain.length + 1) : part;
      place += place === '' ? own : `/${own}`;
      plain = part;
    }
  }
  return place;
}

/** The name of the question: the last part of the path that is no number of an entry. */
function nameIn({ path }: SchemaProblem): string {
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  return key.split('/').at(-1) ?? key;
}

function tellShape(problem: SchemaProblem, row: RecordView, tell: Tell): void {
  const variable = nameIn(problem);
  const path = placeIn(problem);
  const expected = inWords(problem.message);
  tell(
    'record-shape',
    { path, expected },
    {
      node: undefined,
      path,
      row,
      variable,
      label: '',
      value: undefined,
      hidden: false,
      expected,
      place: undefined,
    },
  );
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['must be string', 'a text'],
  ['must be integer', 'a whole number'],
  ['must be number', 'a number'],
  ['must be array', 'a list'],
  ['must be object', 'a group of values'],
]);

/** The validator speaks to programmers. */
function inWords(message: string): string {
  return WORDS.get(message) ?? message.replace(/^must (?:be )?/, '').replaceAll(',', ' or ');
}
