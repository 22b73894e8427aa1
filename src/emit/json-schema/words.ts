import path from 'node:path/posix';
import { fileOf } from '../../core/location.ts';
import type { Origin } from '../../core/origin.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type LocalText, type Text, textInAny } from '../../model/facets.ts';

/** What the words of a schema are taken from. */
export interface Words {
  readonly dictionary: Dictionary;
  /** A text in the dictionary's default language, else in the form's, else in any; without styling. */
  readonly text: (text: Text | undefined) => string | undefined;
  /** The file that something is written in, as seen from the dictionary: the same wherever that lies. */
  readonly file: (origin: Origin) => string;
}

export function wordsOf({ form }: Delivery, dictionary: Dictionary): Words {
  const folder = path.dirname(fileOf(dictionary.origin.location));
  const files = new Map<string, string>();
  return {
    dictionary,
    text: (text) => plain(textInAny(text, [dictionary.defaultLanguage, form.defaultLanguage])),
    file: ({ location }) => {
      const file = fileOf(location);
      const known = files.get(file) ?? path.relative(folder, file);
      files.set(file, known);
      return known;
    },
  };
}

/** Without the styling that devices show, which is no part of what is asked: HTML of text, and bold. */
function plain(text: LocalText | undefined): string | undefined {
  const unstyled = text?.string.text
    .replaceAll(/<\/?(?:span|br|div|font|p)(?:\s[^<>]*)?\/?>|\s+/gi, ' ')
    .replaceAll('**', '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return unstyled === '' ? undefined : unstyled;
}
