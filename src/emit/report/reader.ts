import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type LocalText, type Text, textInAny } from '../../model/facets.ts';
import { walk } from '../../model/walk.ts';

/** Gives a text as a line of a report in one language; nothing where there is no text at all. */
export type Reader = (text: Text | undefined) => string | undefined;

/** Longer texts end in an ellipsis: a heading is no place for a page. */
const LONGEST = 300;
/** A label that stands in brackets inside another text is short, or its question's name is better. */
const LONGEST_INSIDE = 40;

/** Where a text is missing in the language, the default language stands in, as on the device. */
export function createReader({ form }: Delivery, { defaultLanguage }: Dictionary, language: string): Reader {
  const local = (text: Text | undefined): LocalText | undefined => textInAny(text, [language, defaultLanguage]);
  const labels = new Map<string, Text | undefined>();
  for (const { item } of walk(form.items)) labels.set(item.name.string.text, item.facets.label);

  const inBrackets = (name: string): string => {
    const label = local(labels.get(name));
    const line = label && label.parsed.references.length === 0 ? oneLine(label.string.text) : '';
    const fits = line !== '' && line.length <= LONGEST_INSIDE && !/[?؟]/.test(line);
    return `[${fits ? line : name}]`;
  };

  return (text) => {
    const found = local(text);
    return found && shorten(oneLine(withNames(found, inBrackets)));
  };
}

/** What the device fills in at `${name}`, a report can only name. */
function withNames({ string, parsed }: LocalText, show: (name: string) => string): string {
  let from = 0;
  const parts = parsed.references.flatMap(({ name, span }) => {
    const before = string.text.slice(from, span.start);
    from = span.end;
    return [before, show(name)];
  });
  return [...parts, string.text.slice(from)].join('');
}

/** Labels may be set in bold or as headings with Markdown's signs, which mean nothing in a report. */
function oneLine(text: string): string {
  return text
    .replaceAll(/^#+[ \t]+/gm, '')
    .replaceAll('**', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function shorten(line: string): string {
  if (line.length <= LONGEST) return line;
  // A character of two halves is not cut in the middle.
  const kept = line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
