import type { Origin } from '../../core/origin.ts';
import type { Code, CodeList } from '../code-list.ts';
import type { Dictionary, Module } from '../dictionary.ts';
import type { Form } from '../form.ts';
import type { Question } from '../item.ts';
import type { Visit } from '../walk.ts';

/** What stands on one side, in the words of its author, and where. */
export interface Side {
  readonly words: string;
  readonly origin: Origin;
}

/** A thing as both sides have it; the side that lacks it has nothing. */
export interface Both<Thing> {
  readonly before: Thing | undefined;
  readonly after: Thing | undefined;
}

export interface VariableSubject extends Both<Question> {
  readonly kind: 'variable';
}

export interface ItemSubject extends Both<Visit> {
  readonly kind: 'item';
  readonly forms: { readonly before: Form; readonly after: Form };
}

export interface FormSubject extends Both<Form> {
  readonly kind: 'form';
}

export interface ModuleSubject extends Both<Module> {
  readonly kind: 'module';
}

export interface ListSubject extends Both<CodeList> {
  readonly kind: 'list';
}

export interface CodeSubject extends Both<Code> {
  readonly kind: 'code';
  readonly lists: { readonly before: CodeList; readonly after: CodeList };
}

export interface DictionarySubject extends Both<Dictionary> {
  readonly kind: 'dictionary';
}

/** The thing that differs, as both sides have it. */
export type Subject =
  VariableSubject | ItemSubject | FormSubject | ModuleSubject | ListSubject | CodeSubject | DictionarySubject;

/**
 * One difference between two dictionaries, or between parts of them. A thing that only one side has is told as such, and not
 * facet by facet: of `added` only `after` is there, of `removed` only `before`. Of `moved` the sides name what it stood
 * behind, or in. A text is `translated` where one side says it in other languages and nothing in this one.
 */
export interface Difference<Of extends Subject = Subject> extends Both<Side> {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'translated';
  readonly subject: Of;
  /** The name of the subject: of a question, a list, a code … */
  readonly name: string;
  /** What of it differs, in the words of `lock` and `open`: a key, or `add`, `remove`, `order` for the thing as a whole. */
  readonly facet: string;
  /** Of a text: the tag of the language. */
  readonly language: string | undefined;
  /** The same wherever the same thing differs: `forms.registration.hoh_phone.constraint`, `codelists.shelter.codes.tent`. */
  readonly path: string;
}

/** The words of `lock` and `open` for a thing as a whole. */
export const WHOLE = { added: 'add', removed: 'remove', moved: 'order' } as const;
