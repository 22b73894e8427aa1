import type { Origin, Step } from '../core/origin.ts';
import type { ColumnKind, KindOfColumn, SurveyColumn } from '../vocabulary/columns.ts';
import type { SectionType } from '../vocabulary/types.ts';
import type { Formula, LocalText, Plain, Text } from './facets.ts';
import type { Locks } from './locks.ts';
import type { Meaning } from './meaning.ts';

/** What a facet of each kind of column is in the model. */
export interface FacetOfKind extends Record<ColumnKind, unknown> {
  readonly text: Text;
  readonly media: Text;
  readonly formula: Formula;
  readonly condition: Condition;
  readonly default: Default;
  readonly references: LocalText;
  readonly parameters: Plain;
  readonly plain: Plain;
}

/** yes, no, or an expression that decides it. */
export type Condition =
  (Plain & { readonly kind: 'flag'; readonly value: boolean }) | (Formula & { readonly kind: 'formula' });

/** A value that stands there at first, or the expression that computes it. */
export type Default = (Plain & { readonly kind: 'value' }) | (Formula & { readonly kind: 'formula' });

/** The facets of an item that are columns of the survey sheet, by column name. */
export type Facets = { readonly [Name in SurveyColumn]?: FacetOfKind[KindOfColumn<Name>] };

interface ItemBase {
  /** Empty where a row of a workbook has none. */
  readonly name: Plain;
  readonly facets: Facets;
  /** Columns that the language does not name, by header. */
  readonly columns: ReadonlyMap<string, Plain>;
  /** Where the item was placed in its form. */
  readonly origin: Origin;
}

export interface Question extends ItemBase {
  readonly kind: 'question';
  readonly type: TypeUse;
  /** The variable that is asked; nothing for a question of this form alone. */
  readonly variable: string | undefined;
  /** Where it came from its variable to this place; nothing for a variable as it is defined. */
  readonly asked?: Asked;
  readonly meaning: Meaning;
}

/** A group, a repeat, or one of the other kinds of section. */
export interface Section extends ItemBase {
  readonly kind: 'section';
  readonly type: SectionType;
  /** The code list of a loop. */
  readonly list: Plain | undefined;
  readonly items: readonly Item[];
  readonly locks?: Locks;
  /** Whether it is empty because nothing of what was written in it could be placed, which was reported. */
  readonly lost?: boolean;
}

/** What is not changed where a variable is asked is the very same object as in the variable, and knows nothing of this step. */
export interface Asked {
  readonly step: Step;
  /** The keys that the item changes, and the headers of columns where it changes these. */
  readonly changed: ReadonlySet<string>;
}

export type Item = Question | Section;

/** A question's type as written: `select_one sex or_other` has the word `select_one`, the list `sex` and `orOther`. */
export interface TypeUse extends Plain {
  readonly word: string;
  /** The code list, file or `${question}` after the word. */
  readonly argument: Plain | undefined;
  readonly orOther: boolean;
}
