import type { Later } from '../../formats/page-template.ts';
import type { CodebookWords } from '../../vocabulary/codebook/words.ts';
import type { Quote, Statement } from '../logic/statement.ts';
import type { ShownText } from './reader.ts';

/** One line of a card: what it is about, and what there is to say. */
export interface Fact {
  readonly term: string;
  readonly values: readonly FactValue[];
}

export type FactValue =
  | { readonly kind: 'text'; readonly text: ShownText }
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** What search finds a card by. */
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'explained'; readonly word: string; readonly help: string }
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'sentence'; readonly line: Extract<Statement, { kind: 'line' }>['line'] }
  /** An expression as written, below its words where it has any. */
  | { readonly kind: 'logic'; readonly statements: readonly Statement[]; readonly written: readonly string[] };

export interface Badge {
  readonly word: string;
  /** Its look: which value of which key. */
  readonly look: string;
  readonly help: string;
}

/** The texts of a card in one of the languages that the page is not in. */
export interface Translation {
  readonly name: string;
  readonly lang: string;
  readonly dir: string;
  readonly texts: readonly { readonly term: string; readonly text: ShownText }[];
}

export interface VariableCard {
  readonly anchor: string;
  readonly name: string;
  readonly label: ShownText | undefined;
  readonly hint: ShownText | undefined;
  readonly type: string;
  /** The type as XLSForm writes it. */
  readonly written: string;
  readonly badges: readonly Badge[];
  readonly facts: readonly Fact[];
  /** What the dictionary says of it beyond what forms hold, in short. */
  readonly about: readonly Fact[];
  readonly uses: readonly UseCard[];
  readonly translations: readonly Translation[];
  /** The filters that let it through. */
  readonly filters: string;
}

/** A place in a form where a variable is asked. */
export interface UseCard {
  readonly href: string;
  readonly form: Quote;
  readonly path: readonly Quote[];
  readonly facts: readonly Fact[];
}

export interface ListCard {
  readonly anchor: string;
  readonly name: string;
  readonly label: ShownText | undefined;
  readonly count: number;
  readonly facts: readonly Fact[];
  readonly columns: readonly string[];
  /** Whether any code has a label in another language. */
  readonly translated: boolean;
  readonly codes: readonly CodeRow[];
  /** Codes that unfold. */
  readonly more: readonly CodeRow[];
  readonly moreTitle: string;
  /** What is said of those that are not on the page at all. */
  readonly rest: string;
  readonly filters: string;
}

export interface CheckCard {
  readonly anchor: string;
  readonly name: string;
  readonly label: ShownText | undefined;
  readonly badges: readonly Badge[];
  readonly facts: readonly Fact[];
  readonly filters: string;
}

export interface CodeRow {
  readonly name: string;
  readonly label: ShownText | undefined;
  readonly marks: readonly Badge[];
  readonly cells: readonly string[];
  readonly translations: readonly ShownText[];
}

export interface FormEntry {
  readonly anchor: string;
  readonly name: string;
  readonly title: ShownText | undefined;
  readonly count: number;
  readonly languages: string;
  readonly rows: readonly Later<FormRow>[];
}

export interface FormRow {
  readonly kind: 'question' | 'section';
  readonly anchor: string;
  readonly name: string;
  readonly href: string;
  readonly label: ShownText | undefined;
  readonly type: string;
  readonly needed: boolean;
  readonly facts: readonly Fact[];
  readonly rows: readonly FormRow[];
}

export interface FilterGroup {
  readonly name: string;
  readonly title: string;
  readonly options: readonly { readonly token: string; readonly value: string; readonly label: string }[];
}

export interface LanguageRow {
  readonly name: string;
  readonly lang: string;
  readonly dir: string;
  readonly href: string;
  readonly current: boolean;
  readonly present: number;
  readonly missing: number;
  readonly total: number;
}

/** Everything that a page shows, in the order in which it is shown. */
export interface CodebookPage {
  readonly lang: string;
  readonly dir: string;
  readonly title: ShownText | undefined;
  /** The country whose forms these are. */
  readonly country: ShownText | undefined;
  /** Country and title as plain text. */
  readonly heading: string;
  readonly name: string;
  readonly version: string;
  readonly profiles: string;
  readonly words: CodebookWords['page'];
  readonly logic: Pick<CodebookWords['logic'], 'if' | 'elseIf' | 'so' | 'otherwise'>;
  readonly languages: readonly LanguageRow[];
  readonly severalLanguages: boolean;
  readonly filters: readonly FilterGroup[];
  /** Whether there are so many cards that only those in sight should be drawn. */
  readonly many: boolean;
  readonly forms: readonly FormEntry[];
  readonly variables: readonly Later<VariableCard>[];
  readonly lists: readonly Later<ListCard>[];
  readonly checks: readonly Later<CheckCard>[];
}
