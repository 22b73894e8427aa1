import { isRecord } from '../../core/is-record.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';

/** As much as the beginning of a page can need: a link to the page before it and one to the page behind it. */
export const PAGE_HEAD = 16_384;

const PRIMITIVE = String.raw`"(?:[^"\\]|\\.)*"|null|true|false|[-+.\deE]+`;
const MEMBER = String.raw`"(?:count|next|previous|@odata\.[\w.]+)"\s*:\s*(?:${PRIMITIVE})\s*,\s*`;
const HEAD = new RegExp(String.raw`^(\{\s*(?:${MEMBER})*)"(?:results|value)"\s*:\s*\[`);

/** Whether an object can be a page: KoboToolbox and OData use few names beside the list of submissions. */
export function canBePage(text: string): boolean {
  return /^\{\s*(?:"(?:[cnprv@]|$)|$)/.test(text);
}

/** The beginning of a page up to its submissions: how long it is, and what it says. */
export function pageHead(text: string): { readonly length: number; readonly members: JsonRecord } | undefined {
  const match = HEAD.exec(text);
  return match ? { length: match[0].length, members: membersOf(`${match[1] ?? ''}"":0}`) } : undefined;
}

/** What a page says behind its submissions; `text` runs from there to its end. */
export function pageTail(text: string): JsonRecord {
  return membersOf(`{"":0${text}`);
}

function membersOf(text: string): JsonRecord {
  try {
    const members: unknown = JSON.parse(text);
    return isRecord(members) ? members : {};
  } catch {
    return {};
  }
}
