import type { Findings, Found, Group } from '../../conform/findings/found.ts';
import { concentrations } from '../../conform/findings/telling.ts';
import { isolate } from '../direction.ts';
import { placeOf } from '../place.ts';
import { placeFrame } from '../pretty-places.ts';
import { sentence } from '../safe-text.ts';
import type { Style } from '../style.ts';
import { displayWidth } from '../width.ts';
import { proseWidth, wrap } from '../wrap.ts';
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

export interface GroupLook {
  readonly width: number;
  readonly style: Style;
  readonly all: boolean;
  readonly findings: Findings;
  /** What was told of groups above, and is not said again. */
  readonly told: Set<string>;
}

const LABEL = 8;

/** A rule and a question: how many submissions, examples, the line of the dictionary, and what to do. */
export function groupRows(group: Group, look: GroupLook): readonly string[] {
  const { style, findings } = look;
  const [first] = group.examples;
  const { rule, why, help } = first.diagnostic;
  const prose = proseWidth(look.width);
  return [
    ...header(group, look),
    ...questionRows(first, prose, style),
    ...indented(`${titleOf(group)}.`, prose),
    '',
    ...labelled('most', commonAnswers(group), look),
    ...exampleRows(group, look),
    ...concentrations(group, findings).flatMap((each) => labelled('where', concentrationWords(each, group), look)),
    ...placeRows(first, look),
    ...spaced([
      ...once('why', why, look),
      ...once('help', help, look),
      ...once('docs', `lexiform explain ${rule}`, look),
    ]),
  ];
}

function spaced(rows: readonly string[]): readonly string[] {
  return rows.length > 0 ? ['', ...rows] : [];
}

/** Rules are explained where they first come up: there can be many groups of one. */
function once(label: string, text: string, look: GroupLook): readonly string[] {
  if (look.told.has(text)) return [];
  look.told.add(text);
  return labelled(label, text, look);
}

/** Severity and rule on the left, how many submissions on the right, where both fit in a line. */
function header(group: Group, { width, style, findings }: GroupLook): readonly string[] {
  const severity = severityOf(group);
  const { rule } = group.examples[0].diagnostic;
  const reach = reachWords(group, findings.counts);
  const left = `${style[severity](severity)}  ${style.strong(rule)}`;
  const gap = proseWidth(width) - severity.length - 2 - rule.length - reach.length;
  if (gap < 2) return [left, `  ${reach}`];
  return [`${left}${' '.repeat(reach === '' ? 0 : gap)}${reach}`];
}

/** The name of a question, then what people are asked. */
function questionRows({ variable, label }: Found, prose: number, style: Style): readonly string[] {
  if (variable === '') return [];
  const name = isolate(sentence(variable));
  const [first = '', ...rest] = wrap(isolate(sentence(label)), prose - displayWidth(name) - 4);
  const pad = ' '.repeat(displayWidth(name) + 4);
  return [`  ${style.strong(name)}  ${first}`.trimEnd(), ...rest.map((line) => pad + line)];
}

/** A sentence where all examples say the same, else one each; a submission is named in front of its own. */
function exampleRows({ examples }: Group, look: GroupLook): readonly string[] {
  const [first] = examples;
  if (!first.subject) return indented(first.diagnostic.message, proseWidth(look.width));
  const isOne = examples.every(({ expected }) => expected === first.expected);
  return [
    ...examples.flatMap((each, index) => labelled(index === 0 ? 'e.g.' : '', exampleWords(each, isOne), look)),
    ...(isOne && first.expected !== '' ? labelled('wants', first.expected, look) : []),
  ];
}

function exampleWords(found: Found, isSame: boolean): string {
  const { variable, expected } = found;
  const entry = entryOf(found);
  // What is wrong is said by what is wanted, or by a sentence.
  const answer = variable === '' || expected === '' ? found.diagnostic.message : answerWords(found);
  const wanted = isSame || expected === '' ? '' : `, wanted: ${expected}`;
  return `${recordWords(found)}: ${entry === '' ? '' : `${entry} `}${answer}${wanted}`;
}

function placeRows(found: Found, { width, style }: GroupLook): readonly string[] {
  const place = dictionaryPlace(found);
  if (!place) return [];
  const { severity } = found.diagnostic;
  return ['', `  ${style.place(placeOf(place))}`, ...placeFrame(place, { width, style, severity })];
}

function indented(text: string, prose: number): readonly string[] {
  return wrap(isolate(sentence(text)), prose - 2).map((line) => `  ${line}`);
}

/** `  why   …`, with further lines below the first. */
function labelled(label: string, text: string, { width, style }: GroupLook): readonly string[] {
  if (text === '') return [];
  const [first = '', ...rest] = wrap(isolate(sentence(text)), proseWidth(width) - LABEL);
  return [
    `  ${style.strong(label)}${' '.repeat(LABEL - 2 - label.length)}${first}`,
    ...rest.map((line) => ' '.repeat(LABEL) + line),
  ];
}
