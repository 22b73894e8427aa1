import type { Plain, Text } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import type { Meaning } from '../../model/meaning.ts';
import { writtenSensitivity } from '../../model/sensitivity.ts';
import { mediaOf } from '../../model/texts.ts';
import { listOf } from '../../model/type-use.ts';
import { withDetail } from '../../vocabulary/codebook-wording.ts';
import type { PageWord } from '../../vocabulary/codebook/words.ts';
import { anchor } from './anchors.ts';
import { fact, known, plainFact, textFact } from './fact.ts';
import { conditionValue } from './logic-facts.ts';
import { namesAt, quoted, type Standpoint } from './names.ts';
import type { Badge, Fact, FactValue } from './page-data.ts';
import { plainText, type Reader } from './reader.ts';

/** The texts that explain a concept, each with the word above it. */
export function explanations({ definition, purpose }: Meaning): readonly (readonly [PageWord, Text | undefined])[] {
  return [
    ['definition', definition],
    ['purpose', purpose],
  ];
}

export function explanationFacts({ meaning, facets }: Question, reader: Reader): readonly Fact[] {
  return [
    ...explanations(meaning).flatMap(([term, text]) => textFact(term, text, reader)),
    ...textFact('guidance', facets.guidance_hint, reader),
  ];
}

/** What the dictionary says of a concept beyond what a form holds. */
export function meaningFacts(question: Question, reader: Reader): readonly Fact[] {
  const { meaning, facets } = question;
  return [
    ...plainFact('id', meaning.id, reader, 'key'),
    ...plainFact('unit', meaning.unit, reader),
    ...explainedFact('obligation', meaning.obligation, reader),
    ...sensitivityFact(question, reader),
    ...explainedFact('identifies', meaning.identifies, reader),
    ...plainFact('role', meaning.role, reader, 'code'),
    ...plainFact('hxl', facets.hxl, reader, 'key'),
    ...fact(
      'source',
      [...(meaning.source ?? [])].map(([key, value]) => cell(key, value)),
      reader,
    ),
    ...countryFacts(meaning, reader),
    ...fact(
      'was',
      (meaning.was ?? []).map((name) => ({ kind: 'key', text: name.string.text })),
      reader,
    ),
    ...retiredFacts(meaning, reader),
  ];
}

function cell(key: string, value: Plain): FactValue {
  return { kind: 'plain', text: `${key}: ${value.string.text}` };
}

function explainedFact(key: 'obligation' | 'identifies', plain: Plain | undefined, reader: Reader): readonly Fact[] {
  if (!plain) return [];
  const { word, help } = known(key, plain.string.text, reader);
  return fact(key, [{ kind: 'explained', word, help }], reader);
}

function sensitivityFact(question: Question, reader: Reader): readonly Fact[] {
  const value = plainText(writtenSensitivity(question, reader.catalogue.dictionary));
  if (value === '') return [];
  const { word, help } = known('sensitivity', value, reader);
  const why = question.meaning.sensitivity ? [] : [reader.words.page.byPolicy];
  return fact('sensitivity', [{ kind: 'explained', word, help: [help, ...why].join(' ').trim() }], reader);
}

function countryFacts({ lock, open, localise }: Meaning, reader: Reader): readonly Fact[] {
  const everything = reader.words.page.everything;
  const words = (names: readonly Plain[] = []): readonly FactValue[] =>
    names.map(({ string: { text } }) =>
      text === 'all' ? { kind: 'plain', text: everything } : { kind: 'code', text },
    );
  return [
    ...fact('locked', words(lock), reader),
    ...fact('open', words(open), reader),
    ...plainFact('localise', localise, reader),
  ];
}

function retiredFacts({ retired }: Meaning, reader: Reader): readonly Fact[] {
  if (!retired) return [];
  const use = retired.use?.string.text;
  const target = use === undefined ? undefined : reader.catalogue.variables.get(use);
  const next: readonly FactValue[] = target
    ? [{ kind: 'quote', quote: quoted(target.question.facets.label, target.name, target.anchor, reader) }]
    : [];
  const text = withDetail(reader.words.page.retiredSince, retired.since.string.text);
  return [...fact('retired', [{ kind: 'plain', text }], reader), ...fact('replacedBy', next, reader)];
}

/** The list, what follows from other answers, and how it looks on the device. */
export function formFacts(question: Question, at: Standpoint, reader: Reader): readonly Fact[] {
  const { type, meaning, facets } = question;
  return [
    ...fact('list', listValues(listOf(type), reader), reader),
    ...fact('specify', questionValues([plainText(meaning.specify)], at, reader), reader),
    ...fact(
      'trigger',
      questionValues(
        (facets.trigger?.parsed.references ?? []).map(({ name }) => name),
        at,
        reader,
      ),
      reader,
    ),
    ...(meaning.soft ?? []).flatMap(({ when, message }) => [
      ...fact('soft', [conditionValue(when, at, reader)], reader),
      ...textFact('message', message, reader),
    ]),
    ...plainFact('appearance', facets.appearance, reader, 'code'),
    ...plainFact('parameters', facets.parameters, reader, 'code'),
    ...fact('media', mediaValues(question), reader),
  ];
}

function listValues(list: Plain | undefined, reader: Reader): readonly FactValue[] {
  const name = plainText(list);
  const found = reader.catalogue.dictionary.codeLists.get(name);
  return found ? [{ kind: 'quote', quote: quoted(found.label, name, anchor('l', name), reader) }] : [];
}

function questionValues(names: readonly string[], at: Standpoint, reader: Reader): readonly FactValue[] {
  const { question } = namesAt(at, reader);
  return names.flatMap((name): readonly FactValue[] => {
    const found = question(name);
    return found ? [{ kind: 'quote', quote: found.quote }] : name === '' ? [] : [{ kind: 'code', text: name }];
  });
}

function mediaValues(question: Question): readonly FactValue[] {
  const files = mediaOf(question).flatMap(({ byLanguage }) =>
    [...byLanguage.values()].map(({ string }) => string.text),
  );
  return [...new Set(files)].map((text) => ({ kind: 'code', text }));
}

/** What stands out at the top of a card: what needs care, and what is no longer asked. */
export function badgesOf(question: Question, reader: Reader): readonly Badge[] {
  const { meaning } = question;
  const value = plainText(writtenSensitivity(question, reader.catalogue.dictionary));
  const identifies = plainText(meaning.identifies);
  const { page } = reader.words;
  return [
    ...(meaning.retired ? [{ word: page.retired, look: 'retired', help: '' }] : []),
    ...(value === 'personal' || value === 'sensitive' ? [known('sensitivity', value, reader)] : []),
    ...(identifies === 'direct' || identifies === 'quasi' ? [identifying(identifies, reader)] : []),
  ];
}

function identifying(value: string, reader: Reader): Badge {
  const { word, look, help } = known('identifies', value, reader);
  return { word: `${reader.words.page.identifies}: ${word}`, look, help };
}
