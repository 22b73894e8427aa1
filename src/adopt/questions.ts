import type { Question } from '../model/item.ts';
import { questionsOf } from '../model/walk.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { agreed, type Class, classesOf, type Version } from './agree.ts';
import { questionKeys } from './keys.ts';
import { chosenClass, type OnConflict } from './on-conflict.ts';
import { type AdoptedForm, tagsOf } from './workbook.ts';

/** A question of a form, as the language has it. */
export interface Asking {
  readonly form: AdoptedForm;
  readonly question: Question;
  readonly keys: WrittenMap;
}

/** What the workbooks say of the questions of one name. */
export interface NamedQuestion {
  readonly name: string;
  /** The askings that agree on what is asked; more than one class where workbooks contradict each other. */
  readonly classes: readonly Class<Asking, WrittenMap>[];
  /** The class that all forms ask; nothing where each form keeps its own question. */
  readonly chosen: Class<Asking, WrittenMap> | undefined;
  /** What the chosen class has alike. */
  readonly variable: Version<WrittenMap> | undefined;
}

/** Brings together the questions of one name: where all forms agree on what is asked, it becomes a variable. */
export function shareQuestions(
  forms: readonly AdoptedForm[],
  onConflict: OnConflict,
): ReadonlyMap<string, NamedQuestion> {
  const byName = new Map<string, Asking[]>();
  for (const form of forms)
    for (const { item } of questionsOf(form.named.items)) {
      const name = item.name.string.text;
      const asking = { form, question: item, keys: questionKeys(item, form) };
      const others = byName.get(name);
      if (others) others.push(asking);
      else if (name !== '') byName.set(name, [asking]);
    }
  return new Map([...byName].map(([name, askings]) => [name, named(name, askings, onConflict)]));
}

function named(name: string, askings: readonly Asking[], onConflict: OnConflict): NamedQuestion {
  const classes = classesOf(askings, askedOf);
  const chosen = chosenClass(classes, onConflict);
  return { name, classes, chosen, variable: chosen && variableOf(chosen) };
}

const ASKED: ReadonlySet<string> = new Set([
  'type',
  'label',
  'hint',
  'guidance_hint',
  'image',
  'big-image',
  'audio',
  'video',
]);

/** What the concept is: type, list, the texts of the question, and the formula of a calculation. */
export function askedOf({ keys, form }: Asking): Version<WrittenMap> {
  return { written: new Map([...keys].filter(([key]) => isAsked(key, keys))), tags: tagsOf(form) };
}

function isAsked(key: string, keys: WrittenMap): boolean {
  return ASKED.has(key) || (key === 'calculation' && keys.get('type') === 'calculate');
}

/** What is asked, and whatever else all askings have alike, in the order of the first. */
function variableOf({ version, uses }: Class<Asking, WrittenMap>): Version<WrittenMap> {
  const [first, ...others] = uses;
  const keys = [...first.keys].flatMap(([key, value]): (readonly [string, Written])[] => {
    const asked = version.written.get(key);
    if (asked !== undefined) return [[key, asked]];
    const common = others.reduce<Version | undefined>(
      (known, other) => known && agreed(known, { written: other.keys.get(key) ?? '', tags: tagsOf(other.form) }),
      { written: value, tags: tagsOf(first.form) },
    );
    return common ? [[key, common.written]] : [];
  });
  return { written: new Map(keys), tags: version.tags };
}

/** What an asking says beyond its variable; what is asked is the variable's alone. */
export function ownKeys(asking: Pick<Asking, 'keys' | 'form'>, variable: Version<WrittenMap>): WrittenMap {
  const tags = tagsOf(asking.form);
  return new Map(
    [...asking.keys].filter(([key, written]) => {
      const common = variable.written.get(key);
      if (isAsked(key, variable.written)) return false;
      return common === undefined || !agreed({ written: common, tags: variable.tags }, { written, tags });
    }),
  );
}
