import type { en } from './en.ts';

/** The words of a codebook in one language: the same keys as in English, so that none can be forgotten. */
export type CodebookWords = {
  readonly [Part in keyof typeof en]: { readonly [Word in keyof (typeof en)[Part]]: string };
};

export type LogicWords = CodebookWords['logic'];
export type PageWord = keyof CodebookWords['page'];
