import { sha256 } from '../core/hash.ts';
import { suggest } from '../core/suggest.ts';
import type { Report } from '../diagnostics/collector.ts';
import { sourceHash } from '../dictionary/locales/sources.ts';
import type { TranslationUnit } from '../dictionary/locales/unit.ts';
import { cellText } from '../formats/cell-text.ts';
import { type Acceptable, isSound } from './compare.ts';
import type { Delivered } from './delivered.ts';
import { stateOf } from './state.ts';

/** A translation that takes its place, or one that is right as it stands although its source was changed. */
export interface Accepted {
  readonly unit: TranslationUnit;
  readonly text: string;
}

export interface Judgement {
  readonly accepted: readonly Accepted[];
  /** How many came back as they were given away, or say what the dictionary says already. */
  readonly untouched: number;
  /** How many translations were taken out of the file; those of the dictionary stay. */
  readonly emptied: number;
  readonly refused: number;
  /** How many the translator has marked as not done yet. */
  readonly unfinished: number;
}

export interface JudgeOptions {
  readonly tag: string;
  readonly defaultLanguage: string;
  readonly accept: readonly Acceptable[];
  /** The hash of the text that was translated, where it is known. */
  readonly recorded: (unit: TranslationUnit) => string | undefined;
}

type Verdict = Accepted | 'untouched' | 'emptied' | 'refused' | 'unfinished';

/** Which of the texts that came back are taken over; why the others are not, is reported at their place in the file. */
export function judge(
  delivered: readonly Delivered[],
  units: readonly TranslationUnit[],
  options: JudgeOptions,
  report: Report,
): Judgement {
  const byPath = new Map(units.map((unit) => [unit.path, unit]));
  const twice = reportTwice(delivered, byPath, options, report);
  const verdicts = delivered.map((each) => {
    if (each.comment !== '') report('translation-comment', each.at.comment, each);
    const unit = byPath.get(each.path);
    if (!unit) return reportUnknown(each, byPath, report);
    return twice.has(each.path) ? 'refused' : verdictOn(each, unit, options, report);
  });
  const many = (word: Verdict): number => verdicts.filter((verdict) => verdict === word).length;
  const accepted = new Map(
    verdicts.flatMap((verdict) => (typeof verdict === 'string' ? [] : [[verdict.unit.path, verdict] as const])),
  );
  return {
    accepted: [...accepted.values()],
    untouched: many('untouched'),
    emptied: many('emptied'),
    refused: many('refused'),
    unfinished: many('unfinished'),
  };
}

/** A text without a place that the translator has not worked on is no loss. */
function reportUnknown(each: Delivered, byPath: ReadonlyMap<string, TranslationUnit>, report: Report): Verdict {
  if (each.target.trim() === '' || hashOf(each.target) === targetOf(each.stamp)) return 'untouched';
  report('translation-unknown', each.at.path, { path: each.path, suggestion: suggest(each.path, byPath.keys()) });
  return 'refused';
}

function verdictOn(each: Delivered, unit: TranslationUnit, options: JudgeOptions, report: Report): Verdict {
  const { tag, defaultLanguage, accept } = options;
  const present = unit.byLanguage.get(tag)?.string.text ?? '';
  const source = unit.source.string.text;
  const text = tidied(each.target, source);
  const isTouched = wasTouched(each, present);
  const recorded = options.recorded(unit);
  const isConfirmed =
    each.confirmed === 'yes' || (each.confirmed === 'if stale' && stateOf(unit, tag, recorded) === 'stale');
  if (!isTouched && !(isConfirmed && present !== '')) return 'untouched';
  if (text === '') return 'emptied';
  if (each.isUnfinished) return 'unfinished';
  if (isOfOtherSource(each, source)) {
    const edited = sourceOf(each.stamp) === sourceHash(source);
    report('translation-source', each.at.source, { given: each.source ?? '', present: source, edited });
    return 'refused';
  }
  if (text === present && recorded === sourceHash(source)) return 'untouched';
  if (!isTouched) return { unit, text: present };
  if (wasChangedElsewhere(each, present) && text !== present) {
    const isLetPass = accept.includes('translation-changed');
    report(
      'translation-changed',
      each.at.target,
      { given: text, present },
      { severity: isLetPass ? 'warning' : 'error' },
    );
    if (!isLetPass) return 'refused';
  }
  const pair = { source, translation: text, present, language: tag, other: defaultLanguage, at: each.at.target };
  return isSound(pair, accept, report) ? { unit, text } : 'refused';
}

/** Whether a text is another than the one that was given away; where nobody knows that one, than the present one. */
function wasTouched({ target, stamp }: Delivered, present: string): boolean {
  const given = targetOf(stamp);
  return given === undefined ? target !== cellText(present) : hashOf(target) !== given;
}

function wasChangedElsewhere({ stamp }: Delivered, present: string): boolean {
  const given = targetOf(stamp);
  return given !== undefined && given !== hashOf(present);
}

function isOfOtherSource(each: Delivered, source: string): boolean {
  if (each.source !== undefined) return cellText(each.source) !== cellText(source);
  const given = sourceOf(each.stamp);
  return given !== undefined && given !== sourceHash(source);
}

/** Blanks around a text are slips, unless the source has them too. */
function tidied(target: string, source: string): string {
  // A byte order mark inside a text comes of files that were joined.
  const text = cellText(target).replaceAll('\uFEFF', '');
  const start = /^\s/.test(source) ? text : text.trimStart();
  return /\s$/.test(source) ? start : start.trimEnd();
}

const STAMP = /^([0-9a-f]{6})-([0-9a-f]{6}|0)$/;

function sourceOf(stamp: string): string | undefined {
  return STAMP.exec(stamp)?.[1];
}

function targetOf(stamp: string): string | undefined {
  return STAMP.exec(stamp)?.[2];
}

function hashOf(target: string): string {
  return target === '' ? '0' : sha256(cellText(target)).slice(0, 6);
}

/** Hashes of the source and of the translation that a translator is given. */
export function stampOf(source: string, target: string): string {
  return `${sourceHash(source)}-${hashOf(target)}`;
}

/** The texts that came back with two translations, which is told at the second. */
function reportTwice(
  delivered: readonly Delivered[],
  byPath: ReadonlyMap<string, TranslationUnit>,
  { tag }: JudgeOptions,
  report: Report,
): ReadonlySet<string> {
  const first = new Map<string, Delivered>();
  const twice = new Set<string>();
  for (const each of delivered) {
    const unit = byPath.get(each.path);
    const present = unit?.byLanguage.get(tag)?.string.text ?? '';
    if (!unit || !wasTouched(each, present) || each.target.trim() === '') continue;
    const known = first.get(each.path);
    if (!known) first.set(each.path, each);
    else if (known.target.trim() !== each.target.trim()) {
      twice.add(each.path);
      const related = [{ message: 'the other one', location: known.at.target }];
      report('translation-twice', each.at.target, { path: each.path, given: each.target }, { related });
    }
  }
  return twice;
}
