import type { JsonRecord } from '../../model/record/record-reader.ts';
import { isRecord } from '../../core/is-record.ts';

const LINK = '@odata.navigationLink';

/** The repeats of which a file has links, and those of which it has entries, by their whole paths. */
export interface Links {
  readonly linked: Set<string>;
  readonly expanded: Set<string>;
}

/** A repeat of which any submission has entries is in the file: one without entries can have a link all the same. */
export function onlyLinked({ linked, expanded }: Links): readonly string[] {
  return [...linked].filter((path) => !expanded.has(path));
}

export function noteLinks(answers: JsonRecord, links: Links, path = ''): void {
  for (const key in answers) {
    const value = answers[key];
    if (isRecord(value)) noteLinks(value, links, `${path}${key}/`);
    else if (Array.isArray(value)) noteEntries(value, links, path + key);
    else if (key.endsWith(LINK)) links.linked.add(path + key.slice(0, -LINK.length));
  }
}

function noteEntries(entries: readonly unknown[], links: Links, path: string): void {
  links.expanded.add(path);
  for (const entry of entries) if (isRecord(entry)) noteLinks(entry, links, `${path}/`);
}
