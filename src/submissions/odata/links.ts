import type { JsonRecord } from '../../model/record/record-reader.ts';
import { isRecord } from '../json/is-record.ts';

const LINK = '@odata.navigationLink';

/** Notes the repeats of which a submission has a link to the entries in place of these, by their whole paths. */
export function noteLinks(answers: JsonRecord, found: Set<string>, path = ''): void {
  for (const key in answers) {
    const value = answers[key];
    if (isRecord(value)) noteLinks(value, found, `${path}${key}/`);
    else if (Array.isArray(value)) noteLinksInEntries(value, found, `${path}${key}/`);
    else if (key.endsWith(LINK)) noteLink(answers, key, found, path);
  }
}

function noteLinksInEntries(entries: readonly unknown[], found: Set<string>, path: string): void {
  for (const entry of entries) if (isRecord(entry)) noteLinks(entry, found, path);
}

function noteLink(answers: JsonRecord, key: string, found: Set<string>, path: string): void {
  const member = key.slice(0, -LINK.length);
  if (!Array.isArray(answers[member])) found.add(path + member);
}
