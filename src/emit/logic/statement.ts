import type { LogicWords } from '../../vocabulary/codebook/words.ts';

/** A stretch of a sentence: words of ours, a label of the dictionary, or characters as they are typed. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | Quote
  /** Codes, numbers, patterns and names, read from left to right in every language. */
  | { readonly kind: 'code'; readonly text: string };

/** A label, with its language where that is not the reader's, and where it leads to; each is empty where there is none. */
export interface Quote {
  readonly kind: 'quote';
  readonly text: string;
  readonly lang: string;
  readonly href: string;
}

export type Line = readonly Piece[];

/** An expression in words. Conditions that are nested become lists, because brackets in prose are hard to follow. */
export type Statement =
  | { readonly kind: 'line'; readonly line: Line }
  /** Two lines in one sentence. */
  | { readonly kind: 'pair'; readonly line: Line }
  | { readonly kind: 'group'; readonly heading: string; readonly parts: readonly Statement[] }
  /** The first case that is true gives the value. */
  | { readonly kind: 'cases'; readonly cases: readonly Case[]; readonly otherwise: Statement };

interface Case {
  readonly when: Statement;
  readonly value: Statement;
}

/** What a sentence has to say in each of its places. */
export type Slots = Readonly<Record<string, Line>>;

export function text(words: string): Line {
  return [{ kind: 'text', text: words }];
}

export function code(typed: string): Line {
  return [{ kind: 'code', text: shortened(typed) }];
}

/** Puts lines into the places `{a}`, `{b}`, … of a sentence. */
export function fill(pattern: LogicWords[keyof LogicWords], slots: Slots): Line {
  return pattern
    .split(/(\{[a-d]\})/)
    .filter((part) => part !== '')
    .flatMap((part) => (/^\{[a-d]\}$/.test(part) ? (slots[part[1] ?? ''] ?? []) : text(part)));
}

/** Lines one after the other, with something between them. */
export function listed(lines: readonly Line[], between: string): Line {
  return lines.flatMap((line, at) => [...(at > 0 ? text(between) : []), ...line]);
}

const LONGEST = 60;

/** A label that stands inside a sentence: on one line, and not longer than a line. */
export function shortened(label: string, longest = LONGEST): string {
  const letters = [
    ...label
      .slice(0, 4 * longest)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ];
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}
