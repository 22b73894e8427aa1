import { suggest } from '../core/suggest.ts';
import type { Location } from '../core/location.ts';
import { loneDirectionMark } from '../check/wording/direction.ts';
import { isOtherLength } from '../check/wording/length.ts';
import { brokenMarkup } from '../check/wording/markup.ts';
import { differentNumbers } from '../check/wording/numbers.ts';
import { referencesIn } from '../check/wording/plain-words.ts';
import type { More, Report } from '../diagnostics/collector.ts';
import { listed, quotedFew } from '../diagnostics/quote.ts';
import type { RuleId } from '../diagnostics/registry.ts';

/** What a person may let pass after having looked at it. */
export const acceptable = [
  'number-differs',
  'markup-differs',
  'translation-length',
  'translation-changed',
] as const satisfies readonly RuleId[];
export type Acceptable = (typeof acceptable)[number];

export interface Pair {
  readonly source: string;
  readonly translation: string;
  /** The translation so far; '' where there is none. */
  readonly present: string;
  readonly language: string;
  /** The language of the source. */
  readonly other: string;
  readonly at: Location;
}

/** Whether a translation can take its place; what speaks against it is reported, as a warning where it is let pass. */
export function isSound(pair: Pair, accepted: readonly Acceptable[], report: Report): boolean {
  const problems = [
    ...referenceProblems(pair),
    ...directionProblems(pair),
    ...numberProblems(pair),
    ...markupProblems(pair),
    ...lengthProblems(pair),
  ];
  for (const { rule, tell } of problems)
    tell(report, { severity: accepted.some((each) => each === rule) ? 'warning' : 'error' });
  return problems.every(({ rule }) => accepted.some((each) => each === rule));
}

interface Problem {
  readonly rule: Acceptable | undefined;
  readonly tell: (report: Report, more: More) => void;
}

function referenceProblems({ source, translation, present, at }: Pair): readonly Problem[] {
  const had = new Set(referencesIn(source));
  const has = new Set(referencesIn(translation));
  // An author may have given each language parameters of its own: $(purpose), $(purpose_fr).
  if (has.size > 0 && isSameSet(has, new Set(referencesIn(present)))) return [];
  const lost = [...had].filter((name) => !has.has(name));
  const added = [...has].filter((name) => !had.has(name));
  if (lost.length === 0 && added.length === 0) return [];
  const params = {
    lost: quotedFew(lost),
    added: quotedFew(added),
    isSlip: added.length === 1 && suggest(added[0] ?? '', lost) !== undefined,
  };
  return [{ rule: undefined, tell: (report) => report('translation-references', at, params) }];
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function directionProblems({ translation, language, at }: Pair): readonly Problem[] {
  const lone = loneDirectionMark(translation);
  if (!lone) return [];
  return [{ rule: undefined, tell: (report, more) => report('unbalanced-direction', at, { language, ...lone }, more) }];
}

function numberProblems({ source, translation, language, other, at }: Pair): readonly Problem[] {
  const different = differentNumbers(source, translation);
  if (!different) return [];
  const params = { language, other, numbers: listed(different.added, 'and'), others: listed(different.lost, 'and') };
  return [{ rule: 'number-differs', tell: (report, more) => report('number-differs', at, params, more) }];
}

function markupProblems({ source, translation, language, at }: Pair): readonly Problem[] {
  const problem = brokenMarkup(source, translation);
  if (problem === undefined) return [];
  return [
    { rule: 'markup-differs', tell: (report, more) => report('markup-differs', at, { language, problem }, more) },
  ];
}

function lengthProblems({ source, translation, language, other, at }: Pair): readonly Problem[] {
  if (!isOtherLength(source, translation)) return [];
  const params = { language, other, length: translation.length, otherLength: source.length };
  return [{ rule: 'translation-length', tell: (report, more) => report('translation-length', at, params, more) }];
}
