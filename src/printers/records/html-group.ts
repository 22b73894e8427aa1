import { lineText, positionAt } from '../../core/location.ts';
import type { Location } from '../../core/location.ts';
import type { Findings, Found, Group } from '../../conform/findings/found.ts';
import { concentrations } from '../../conform/findings/telling.ts';
import { placeOf, withinText } from '../place.ts';
import { harmless, sentence } from '../safe-text.ts';
import {
  answerWords,
  commonAnswers,
  concentrationWords,
  dictionaryPlace,
  entryOf,
  reachWords,
  recordWords,
  severityOf,
  titleOf,
} from './words.ts';

/** A finding as a row of a table. */
export interface RowView {
  readonly severity: string;
  readonly record: string;
  readonly link: string;
  /** Which entry of a repeat is meant. */
  readonly path: string;
  readonly variable: string;
  readonly answer: string;
  readonly expected: string;
  readonly message: string;
  readonly rule: string;
  readonly enumerator: string;
  readonly day: string;
}

export interface GroupView {
  readonly anchor: string;
  readonly severity: string;
  readonly rule: string;
  readonly title: string;
  readonly variable: string;
  readonly label: string;
  readonly reach: string;
  readonly answers: string;
  readonly where: readonly string[];
  readonly examples: readonly RowView[];
  readonly place: string;
  readonly quote: Quote | undefined;
  readonly why: string;
  readonly help: string;
}

/** The line of the dictionary, with the part that is broken; or the words of a cell. */
interface Quote {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export function groupAnchor(index: number): string {
  return `g${index + 1}`;
}

export function groupView(group: Group, index: number, findings: Findings): GroupView {
  const [first] = group.examples;
  const place = dictionaryPlace(first);
  return {
    anchor: groupAnchor(index),
    severity: severityOf(group),
    rule: first.diagnostic.rule,
    title: titleOf(group),
    variable: sentence(first.variable),
    label: sentence(first.label),
    reach: reachWords(group, findings.counts),
    answers: sentence(commonAnswers(group)),
    where: concentrations(group, findings).map((each) => sentence(concentrationWords(each, group))),
    examples: group.examples.map(rowView),
    place: place ? placeOf(place) : '',
    quote: place && quoteOf(place),
    why: sentence(first.diagnostic.why),
    help: sentence(first.diagnostic.help),
  };
}

export function rowView(found: Found): RowView {
  const { diagnostic, subject, variable, expected } = found;
  return {
    severity: diagnostic.severity,
    record: sentence(recordWords(found)),
    link: safeLink(subject?.link),
    path: sentence(entryOf(found)),
    variable: sentence(variable),
    answer: variable === '' ? '' : sentence(answerWords(found)),
    expected: sentence(expected),
    message: sentence(diagnostic.message),
    rule: diagnostic.rule,
    enumerator: sentence(subject?.enumerator ?? ''),
    day: sentence(subject?.day ?? ''),
  };
}

/** Data must not choose what a click does. */
function safeLink(link: string | undefined): string {
  return link !== undefined && /^https?:\/\//i.test(link) ? link : '';
}

const LONGEST = 300;

function quoteOf(place: Location): Quote | undefined {
  // Of a cell all is meant, so that nothing in it needs a mark.
  if (place.kind === 'cell') return { before: harmless(place.value.slice(0, LONGEST)), marked: '', after: '' };
  if (place.kind !== 'text') return undefined;
  const { source, start, end } = withinText(place);
  const { line, column } = positionAt(source, start);
  const text = lineText(source, line);
  const from = column - 1;
  const to = Math.min(from + (end - start), text.length);
  const cut = Math.max(from - LONGEST, 0);
  return {
    before: harmless(text.slice(cut, from).trimStart()),
    marked: harmless(text.slice(from, to).slice(0, LONGEST)),
    after: harmless(text.slice(to, to + LONGEST)),
  };
}
