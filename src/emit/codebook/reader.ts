import { isRightToLeft } from '../../core/languages.ts';
import { memoized } from '../../core/memo.ts';
import { type LocalText, MULTIPLE, type Plain, type Text } from '../../model/facets.ts';
import { codebookWording } from '../../vocabulary/codebook-wording.ts';
import type { CodebookWords } from '../../vocabulary/codebook/words.ts';
import { shortened } from '../logic/statement.ts';
import type { Catalogue } from './catalogue.ts';

/** For whom a page is: what is shown in which language, and in what words. */
export interface Reader {
  readonly catalogue: Catalogue;
  /** The language of the page. */
  readonly tag: string;
  /** The language of the words around the texts. */
  readonly wordsTag: string;
  readonly words: CodebookWords;
  /** A label as it is quoted, which many sentences do; nothing where there is none to show. */
  readonly quotable: (label: Text) => { readonly text: string; readonly lang: string } | undefined;
}

/** A text of the dictionary; `lang` and `dir` are empty where they are those of the page. */
export interface ShownText {
  readonly parts: readonly TextPart[];
  readonly lang: string;
  readonly dir: string;
  /** Whether it stands in for a text that the page's language does not have. */
  readonly fallback: boolean;
}

/** A stretch of text, or the name of a question whose answer the device puts there. */
export interface TextPart {
  readonly kind: 'text' | 'name';
  readonly text: string;
}

export function readerOf(catalogue: Catalogue, tag: string): Reader {
  const { tag: wordsTag, words } = codebookWording(tag);
  const quotable = memoized((label: Text) => {
    const shown = textFor(label, reader);
    return shown && { text: shortened(flat(shown)), lang: shown.lang };
  });
  const reader: Reader = { catalogue, tag, wordsTag, words, quotable };
  return reader;
}

export function directionOf(tag: string): 'rtl' | 'ltr' {
  return isRightToLeft(tag) ? 'rtl' : 'ltr';
}

/** The text for a reader: in the page's language, else in the default one, else in any. */
export function textFor(text: Text | undefined, reader: Reader): ShownText | undefined {
  const found = text && localTextFor(text, reader);
  if (!found || found.local.string.text === '') return undefined;
  const { tag, local } = found;
  return { ...inLanguage(local, tag, reader), fallback: tag !== MULTIPLE && tag !== '' && tag !== reader.tag };
}

export function localTextFor(text: Text, { tag, catalogue }: Reader): { tag: string; local: LocalText } | undefined {
  const { byLanguage } = text;
  const known = [tag, MULTIPLE, '', catalogue.dictionary.defaultLanguage, ...byLanguage.keys()];
  const first = known.find((each) => byLanguage.has(each));
  const local = first === undefined ? undefined : byLanguage.get(first);
  return first === undefined || !local ? undefined : { tag: first, local };
}

export function inLanguage(local: LocalText, tag: string, { wordsTag }: Reader): Omit<ShownText, 'fallback'> {
  const foreign = tag !== MULTIPLE && tag !== '' && tag !== wordsTag;
  return {
    parts: partsOf(local),
    lang: foreign ? tag : '',
    dir: foreign ? directionOf(tag) : tag === wordsTag ? '' : 'auto',
  };
}

function partsOf({ string, parsed }: LocalText): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { name, span } of parsed.references) {
    parts.push({ kind: 'text', text: string.text.slice(from, span.start) }, { kind: 'name', text: name });
    from = span.end;
  }
  parts.push({ kind: 'text', text: string.text.slice(from) });
  return parts.filter(({ text }) => text !== '');
}

/** The text on one line, for a place where names of questions would not be understood. */
export function flat({ parts }: Pick<ShownText, 'parts'>): string {
  return parts.map(({ kind, text }) => (kind === 'name' ? '…' : text)).join('');
}

export function plainText(plain: Plain | undefined): string {
  return plain?.string.text ?? '';
}
