import type { Location } from '../../core/location.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import type { RuleId } from '../../diagnostics/registry.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { Subject } from '../finding.ts';
import { cutAnswer, cutName, cutSentence } from './cut.ts';
import type { Found } from './found.ts';
import { createSharedPlaces, createSharedTexts } from './shared.ts';

/** A text, or the number of a shared one. */
type Words = string | number;

/** A place in a submission, or the number of one in the dictionary. */
type Place = number | readonly [file: Words, record: string, path: string];

type StoredSubject = readonly [
  key: string,
  number: number,
  line: number | null,
  link: string | null,
  version: Words,
  enumerator: Words,
  site: Words,
  day: Words,
];

/** A finding as a line of a file has it. Answers, and whatever else came from data, are cut where they are long. */
type Stored = readonly [
  rule: Words,
  severity: Severity,
  message: string,
  why: Words,
  help: Words,
  upstream: Words | null,
  location: Place,
  related: readonly (readonly [Words, Place])[],
  subject: StoredSubject | null,
  variable: Words,
  label: Words,
  value: string | null,
  hidden: 0 | 1,
  expected: Words,
];

/** Writes findings as lines of JSON and reads them again; what they share stays in memory and is only referred to. */
export interface LineCodec {
  readonly encode: (found: Found) => string;
  readonly decode: (line: string) => Found;
}

const MOST_RELATED = 20;

export function createLineCodec(): LineCodec {
  const texts = createSharedTexts();
  const places = createSharedPlaces();
  const words = (text: string): Words => texts.refer(cutSentence(text));
  const storePlace = (place: Location): Place =>
    place.kind === 'record'
      ? [texts.refer(place.file), cutName(place.record), cutName(place.path)]
      : places.refer(place);
  const placeOf = (place: Place): Location => {
    if (typeof place !== 'number')
      return { kind: 'record', file: texts.text(place[0]), record: place[1], path: place[2] };
    const known = places.place(place);
    if (known === undefined) throw new Error(`a stored finding refers to place ${place}, which is not there`);
    return known;
  };
  const storeSubject = ({ key, number, line, link, version, enumerator, site, day }: Subject): StoredSubject => [
    cutName(key),
    number,
    line ?? null,
    link === undefined ? null : cutName(link),
    words(cutName(version)),
    words(cutName(enumerator)),
    words(cutName(site)),
    words(cutName(day)),
  ];
  const store = ({ diagnostic, subject, variable, label, value, hidden, expected }: Found): Stored => [
    texts.refer(diagnostic.rule),
    diagnostic.severity,
    cutSentence(diagnostic.message),
    words(diagnostic.why),
    words(diagnostic.help),
    diagnostic.upstream === undefined ? null : words(diagnostic.upstream),
    storePlace(diagnostic.location),
    diagnostic.related
      .slice(0, MOST_RELATED)
      .map(({ message, location }) => [words(message), storePlace(location)] as const),
    subject ? storeSubject(subject) : null,
    words(cutName(variable)),
    words(label),
    value === undefined ? null : cutAnswer(value),
    hidden ? 1 : 0,
    words(expected),
  ];
  const restoreSubject = (stored: StoredSubject): Subject => {
    const [key, number, line, link, version, enumerator, site, day] = stored;
    const [by, where, when] = [texts.text(enumerator), texts.text(site), texts.text(day)];
    const numbers = { number, line: line ?? undefined, link: link ?? undefined };
    return { key, ...numbers, version: texts.text(version), enumerator: by, site: where, day: when };
  };
  const restore = (stored: Stored): Found => {
    const [rule, severity, message, why, help, upstream, location, related, subject] = stored;
    const [, , , , , , , , , variable, label, value, hidden, expected] = stored;
    return {
      diagnostic: {
        rule: texts.text(rule) as RuleId,
        severity,
        message,
        why: texts.text(why),
        help: texts.text(help),
        location: placeOf(location),
        related: related.map(([said, place]): Related => ({ message: texts.text(said), location: placeOf(place) })),
        ...(upstream === null ? {} : { upstream: texts.text(upstream) }),
      },
      subject: subject ? restoreSubject(subject) : undefined,
      variable: texts.text(variable),
      label: texts.text(label),
      value: value ?? undefined,
      hidden: hidden === 1,
      expected: texts.text(expected),
    };
  };
  return { encode: (found) => JSON.stringify(store(found)), decode: (line) => restore(JSON.parse(line) as Stored) };
}
