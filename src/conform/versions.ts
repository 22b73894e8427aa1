import type { JsonRecord } from '../model/record/record-reader.ts';
import { STAMP } from '../vocabulary/reserved.ts';
import type { FormVersion } from './form-version.ts';
import { makerOf, partOf } from './made-by.ts';
import { textAt } from './subject.ts';

/** A form at hand, with what its submissions say of it. */
export interface KnownForm {
  readonly version: FormVersion;
  /** The stamp that its submissions carry; undefined where the form has none. */
  readonly stamp: string | undefined;
  /** The version on its settings sheet. */
  readonly number: string;
}

export interface Match {
  readonly form: KnownForm;
  /** The version as findings name it; empty where nothing tells. */
  readonly shown: string;
  /** Whether the form that made the submission is at hand; undefined where nothing tells. */
  readonly isAtHand: boolean | undefined;
  /** The part of the dictionary that made it, where nothing of that part is at hand: a country, or `core`. */
  readonly elsewhere: string | undefined;
  /** The path of the answer that tells; empty where the server does. */
  readonly path: string;
}

/**
 * Finds the form that made a submission: by the stamp, else by the version that the server tells.
 * @param countries the ids of all countries of the dictionary, whether their forms are at hand or not
 */
export function versionMatcher(
  forms: readonly [KnownForm, ...KnownForm[]],
  countries: readonly string[],
): (answers: JsonRecord) => Match {
  const [newest] = forms;
  const parts = new Set(forms.map(({ version }) => partOf(version.dictionary)));
  const byStamp = new Map(forms.toReversed().map((form) => [form.stamp ?? '', form]));
  const byNumber = new Map(forms.toReversed().map((form) => [form.number, form]));
  const isStamped = forms.some(({ stamp }) => stamp !== undefined);
  const byStampOf = (stamp: string): Match & { readonly stamp: string } => {
    const form = byStamp.get(stamp);
    const maker = form ? undefined : makerOf(stamp, newest.version.dictionary, countries);
    const elsewhere = maker === undefined || parts.has(maker) ? undefined : maker;
    return { ...found(form, newest, numberIn(stamp)), elsewhere, path: STAMP, stamp };
  };
  // One version makes many submissions after each other.
  let stamped: (Match & { readonly stamp: string }) | undefined;
  return (answers) => {
    const stamp = isStamped ? textAt(answers, STAMP) : '';
    if (stamp !== '') return (stamped = stamped?.stamp === stamp ? stamped : byStampOf(stamp));
    const number = declaredVersion(answers);
    if (number !== '' && newest.number !== '') return found(byNumber.get(number), newest, number);
    const shown = number || textAt(answers, '__version__');
    return { form: newest, shown, isAtHand: undefined, elsewhere: undefined, path: '' };
  };
}

function found(form: KnownForm | undefined, newest: KnownForm, shown: string): Match {
  const isAtHand = form !== undefined;
  return { form: form ?? newest, shown: form?.number || shown, isAtHand, elsewhere: undefined, path: '' };
}

/** `core household 1.4.0 3f9a1c…` is version `1.4.0-3f9a1c…`, as the settings sheet has it. */
function numberIn(stamp: string): string {
  const [version = '', hash = ''] = stamp.split(' ').slice(-2);
  return `${version}-${hash.slice(0, 8)}`;
}

/** The version of the form as Central's data, its tables, or the submission itself name it. */
function declaredVersion(answers: JsonRecord): string {
  const system = Object.hasOwn(answers, '__system') ? answers['__system'] : undefined;
  return textAt(system, 'formVersion') || textAt(answers, '@version') || textAt(answers, 'FormVersion');
}
