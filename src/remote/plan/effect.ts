import type { NormalForm } from '../content/normal-form.ts';
import { type Renames, renamed } from './compare-survey.ts';
import { fullPath, type SurveyItem, surveyItems } from './survey-items.ts';

/** What a change does to the answers that were collected before it. */
export interface Effect {
  readonly kind: 'removed' | 'renamed' | 'retyped' | 'moved' | 'moved-table' | 'no-repeat' | 'code-gone';
  /** The question, by its present name on the server. */
  readonly name: string;
  /** What it is now, and what it will be: names, types, places; for codes the ones that go. */
  readonly before: string;
  readonly after: string;
  /** How many submissions it concerns; undefined where the server did not say. */
  readonly count?: number;
  /** Inside a repeat only the submissions can be counted that have an entry at all. */
  readonly atMost: boolean;
}

/** An effect, and the condition of the submissions that it concerns, as KoboToolbox asks for them (kobo-api.md 3.1). */
export interface Question {
  readonly effect: Effect;
  readonly query: Readonly<Record<string, unknown>>;
}

/** So many codes of one question are counted one by one; more of them together. */
const ONE_BY_ONE = 5;
const WITHOUT_ANSWERS: ReadonlySet<string> = new Set(['note', 'csv-external', 'xml-external']);

/** What the answers of a form may suffer when another takes its place. */
export function possibleEffects(before: NormalForm, after: NormalForm, renames: Renames): readonly Question[] {
  const [old, now] = [surveyItems(before), surveyItems(after)];
  const newNames = new Map([...renamed(old, now, renames)].map(([name, oldName]) => [oldName, name]));
  const [oldCodes, newCodes] = [codesByList(before), codesByList(after)];
  return [...old.values()].filter(hasAnswers).flatMap((was) => {
    const is = now.get(newNames.get(was.name) ?? was.name);
    if (!is) return [asked('removed', was, '', '')];
    return [...ofPlace(was, is, now), ...ofType(was, is), ...ofCodes(was, is, oldCodes, newCodes)];
  });
}

function hasAnswers({ subject, cells }: SurveyItem): boolean {
  return subject !== 'group' && !WITHOUT_ANSWERS.has(cells.get('type') ?? '');
}

function ofPlace(was: SurveyItem, is: SurveyItem, now: Items): readonly Question[] {
  if (was.subject !== is.subject) return was.subject === 'repeat' ? [asked('no-repeat', was, '', '')] : [];
  if (was.repeats.join('/') !== is.repeats.join('/'))
    return isToldByRepeat(was, is, now) ? [] : [asked('moved-table', was, tableOf(was), tableOf(is))];
  if (was.name !== is.name) return [asked('renamed', was, was.name, is.name)];
  return fullPath(was) === fullPath(is) ? [] : [asked('moved', was, fullPath(was), fullPath(is))];
}

type Items = ReadonlyMap<string, SurveyItem>;

/** Where a repeat becomes a group, one sentence says so of all that it holds. */
function isToldByRepeat(was: SurveyItem, is: SurveyItem, now: Items): boolean {
  const stay = was.repeats.filter((name) => now.get(name)?.subject !== 'group');
  return stay.join('/') === is.repeats.join('/');
}

function tableOf({ repeats }: SurveyItem): string {
  return repeats.at(-1) ?? '';
}

function ofType(was: SurveyItem, is: SurveyItem): readonly Question[] {
  const [before, after] = [typeWord(was), typeWord(is)];
  return before === after || was.subject !== 'question' ? [] : [asked('retyped', was, before, after)];
}

function typeWord({ cells }: SurveyItem): string {
  return (cells.get('type') ?? '').split(' ')[0] ?? '';
}

type Codes = ReadonlyMap<string, ReadonlySet<string>>;

function codesByList({ choices }: NormalForm): Codes {
  const codes = new Map<string, Set<string>>();
  for (const row of choices) {
    const list = row.get('list_name') ?? '';
    codes.set(list, (codes.get(list) ?? new Set()).add(row.get('name') ?? ''));
  }
  return codes;
}

function ofCodes(was: SurveyItem, is: SurveyItem, oldCodes: Codes, newCodes: Codes): readonly Question[] {
  const offered = newCodes.get(listOf(is));
  const gone = [...(oldCodes.get(listOf(was)) ?? [])].filter((code) => offered && !offered.has(code));
  if (gone.length === 0) return [];
  const groups = gone.length > ONE_BY_ONE ? [gone] : gone.map((code) => [code]);
  return groups.map((codes) => ({
    effect: effectOf('code-gone', was, codes.join(' '), ''),
    query: was.repeats.length > 0 ? exists(was) : { [fullPath(was)]: holding(codes) },
  }));
}

function listOf({ cells }: SurveyItem): string {
  return /^(?:select_one|select_multiple|rank) (\S+)/.exec(cells.get('type') ?? '')?.[1] ?? '';
}

/** One of the codes as a word among the blanks of an answer, which is right for one code as for several. */
function holding(codes: readonly string[]): unknown {
  const words = codes.map((code) => code.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return { $regex: `(^| )(${words.join('|')})( |$)` };
}

function asked(kind: Effect['kind'], was: SurveyItem, before: string, after: string): Question {
  return { effect: effectOf(kind, was, before, after), query: exists(was) };
}

function effectOf(kind: Effect['kind'], was: SurveyItem, before: string, after: string): Effect {
  return { kind, name: was.name, before, after, atMost: was.repeats.length > 0 };
}

/** The server cannot be asked about what stands inside a repeat, but whether it has entries. */
function exists(item: SurveyItem): Question['query'] {
  const [outermost] = item.repeats;
  const path =
    outermost === undefined
      ? fullPath(item)
      : [...item.path.slice(0, item.path.indexOf(outermost)), outermost].join('/');
  return { [path]: { $exists: true } };
}
