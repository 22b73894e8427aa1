import { codesByName } from '../../model/code-list.ts';
import type { Text } from '../../model/facets.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { isRepeat } from '../../model/repeats.ts';
import { listOf } from '../../model/type-use.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { LogicNames, Named } from '../logic/names.ts';
import { type Quote, shortened } from '../logic/statement.ts';
import { anchor } from './anchors.ts';
import { type CatalogueForm, type Placement, rowAnchor } from './catalogue.ts';
import type { Reader } from './reader.ts';

/** Where an expression stands: in a form, in a section of it; or in a definition, outside of all forms. */
export interface Standpoint {
  readonly item: Item;
  readonly form: CatalogueForm | undefined;
  readonly path: readonly Section[];
}

/** The standpoint of a definition is the first place where it is asked, because that is where names mean something. */
export function standpointOf(question: Question, placements: readonly Placement[]): Standpoint {
  const [first] = placements;
  return { item: question, form: first?.form, path: first?.path ?? [] };
}

/** What names stand for at a place, for one reader. */
export function namesAt({ item, form, path }: Standpoint, reader: Reader, inChoices = false): LogicNames {
  return {
    question: (name) => namedAt(name, form, path, reader),
    self: item.kind === 'question' ? named(item, '', false, reader) : undefined,
    inChoices,
    list: (name) => listNamed(name, reader),
  };
}

function namedAt(
  name: string,
  form: CatalogueForm | undefined,
  path: readonly Section[],
  reader: Reader,
): Named | undefined {
  const visit = form?.byName.get(name);
  if (!visit || !form) return variableNamed(name, reader);
  const { item } = visit;
  if (item.kind === 'section') return section(item, rowAnchor(form, item, visit.path), reader);
  const concept = reader.catalogue.conceptOf.get(item);
  const several = visit.path.some((around) => isRepeat(around) && !path.includes(around));
  return named(item, concept?.anchor ?? '', several, reader);
}

function variableNamed(name: string, reader: Reader): Named | undefined {
  const concept = reader.catalogue.variables.get(name);
  return concept && named(concept.question, concept.anchor, false, reader);
}

function section(item: Section, at: string, reader: Reader): Named {
  const quote = quoted(item.facets.label, item.name.string.text, at, reader);
  return { quote, answer: 'section', several: false, code: () => undefined };
}

function named(question: Question, at: string, several: boolean, reader: Reader): Named {
  const list = listOf(question.type)?.string.text;
  return {
    quote: quoted(question.facets.label, question.name.string.text, at, reader),
    answer: answerOf(question),
    several,
    code: (name) => (list === undefined ? undefined : quotedCode(list, name, reader)),
  };
}

function answerOf({ type }: Question): Named['answer'] {
  const answer = questionTypes.get(type.word)?.answer;
  if (type.word === 'calculate' || type.word === 'hidden') return 'computed';
  if (answer === 'code' || answer === 'codes') return answer;
  return answer === 'date' || answer === 'dateTime' ? 'date' : 'other';
}

function listNamed(name: string, reader: Reader): ReturnType<LogicNames['list']> {
  const list = reader.catalogue.dictionary.codeLists.get(name);
  if (!list) return undefined;
  return { quote: quoted(list.label, name, anchor('l', name), reader), code: (code) => quotedCode(name, code, reader) };
}

function quotedCode(list: string, name: string, reader: Reader): Quote | undefined {
  const found = reader.catalogue.dictionary.codeLists.get(list);
  const code = found && codesByName(found).get(name);
  return code && quoted(code.texts.label, name, anchor('l', list), reader);
}

/** A label to quote, or the name where there is none. */
export function quoted(label: Text | undefined, name: string, at: string, reader: Reader): Quote {
  const shown = label && reader.quotable(label);
  return {
    kind: 'quote',
    text: shown?.text ?? shortened(name),
    lang: shown?.lang ?? '',
    href: at === '' ? '' : `#${at}`,
  };
}
