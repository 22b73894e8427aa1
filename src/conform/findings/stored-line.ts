import type { Location } from '../../core/location.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import type { RuleId } from '../../diagnostics/registry.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { Subject } from '../finding.ts';
import { cutAnswer, cutName, cutSentence } from './cut.ts';
import type { Found } from './found.ts';
import { createSharedPlaces, createSharedTexts, type SharedPlaces, type SharedTexts } from './shared.ts';

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

export function createLineCodec(): LineCodec {
  const shared = { texts: createSharedTexts(), places: createSharedPlaces() };
  return {
    encode: (found) => JSON.stringify(store(found, shared)),
    decode: (line) => restore(JSON.parse(line) as Stored, shared),
  };
}

interface Shared {
  readonly texts: SharedTexts;
  readonly places: SharedPlaces;
}

const MOST_RELATED = 20;

function store(found: Found, shared: Shared): Stored {
  const { diagnostic, subject, variable, label, value, hidden, expected } = found;
  const { rule, severity, message, why, help, upstream, location, related } = diagnostic;
  const words = (text: string): Words => shared.texts.refer(cutSentence(text));
  return [
    words(rule),
    severity,
    cutSentence(message),
    words(why),
    words(help),
    upstream === undefined ? null : words(upstream),
    storePlace(location, shared),
    related.slice(0, MOST_RELATED).map((each) => [words(each.message), storePlace(each.location, shared)] as const),
    subject ? storeSubject(subject, shared) : null,
    words(cutName(variable)),
    words(label),
    value === undefined ? null : cutAnswer(value),
    hidden ? 1 : 0,
    words(expected),
  ];
}

function storePlace(place: Location, { texts, places }: Shared): Place {
  if (place.kind !== 'record') return places.refer(place);
  return [texts.refer(cutName(place.file)), cutName(place.record), cutName(place.path)];
}

function storeSubject(subject: Subject, { texts }: Shared): StoredSubject {
  const { key, number, line, link, version, enumerator, site, day } = subject;
  return [
    cutName(key),
    number,
    line ?? null,
    link === undefined ? null : cutName(link),
    texts.refer(cutName(version)),
    texts.refer(cutName(enumerator)),
    texts.refer(cutName(site)),
    texts.refer(cutName(day)),
  ];
}

function restore(stored: Stored, shared: Shared): Found {
  const { text } = shared.texts;
  const [rule, severity, message, why, help, upstream, location, related, subject, ...answer] = stored;
  const [variable, label, value, hidden, expected] = answer;
  return {
    diagnostic: {
      rule: text(rule) as RuleId,
      severity,
      message,
      why: text(why),
      help: text(help),
      location: restorePlace(location, shared),
      related: related.map(([said, place]): Related => ({
        message: text(said),
        location: restorePlace(place, shared),
      })),
      ...(upstream === null ? {} : { upstream: text(upstream) }),
    },
    subject: subject ? restoreSubject(subject, shared) : undefined,
    variable: text(variable),
    label: text(label),
    value: value ?? undefined,
    hidden: hidden === 1,
    expected: text(expected),
  };
}

function restorePlace(place: Place, { texts, places }: Shared): Location {
  if (typeof place !== 'number')
    return { kind: 'record', file: texts.text(place[0]), record: place[1], path: place[2] };
  const known = places.place(place);
  if (known === undefined) throw new Error(`a stored finding refers to place ${place}, which is not there`);
  return known;
}

function restoreSubject(stored: StoredSubject, { texts: { text } }: Shared): Subject {
  const [key, number, line, link, version, enumerator, site, day] = stored;
  const place = { key, number, line: line ?? undefined, link: link ?? undefined };
  return { ...place, version: text(version), enumerator: text(enumerator), site: text(site), day: text(day) };
}
