import type { RecordLocation } from '../core/location.ts';
import type { Report } from '../diagnostics/collector.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';

/** What a page of a server says of itself: KoboToolbox and OData deliver submissions in pages. */
export interface DataPage {
  readonly file: string;
  /** How many submissions it holds. */
  readonly read: number;
  /** How many there are on all pages. */
  readonly total: number | undefined;
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** The address of what it describes; some pages have no other link. */
  readonly context: string | undefined;
}

/**
 * Reports the pages whose neighbours are in none of the files. The order of the files tells nothing: `page10` comes
 * before `page2`. So the pages of one address are counted together.
 */
export function reportMissingPages(pages: readonly DataPage[], report: Report): void {
  const together = new Map<string, DataPage[]>();
  for (const page of pages) {
    const address = addressOf(page);
    if (address === undefined) continue;
    together.set(address, [...(together.get(address) ?? []), page]);
  }
  for (const group of together.values()) reportGroup(group, report);
}

function reportGroup(pages: readonly DataPage[], report: Report): void {
  const first = pages.find(({ next, previous }) => next !== undefined || previous !== undefined);
  if (!first) return;
  const totals = pages.flatMap(({ total }) => total ?? []);
  const total = totals.length > 0 ? Math.max(...totals) : undefined;
  const read = pages.reduce((sum, page) => sum + page.read, 0);
  const isWhole = total === undefined ? pages.some(({ next }) => next === undefined) : read >= total;
  if (isWhole) return;
  const file = pages.at(-1)?.file ?? first.file;
  report('missing-pages', fileAt(file), { file, read, total });
}

/** Without what tells the pages of one list apart. */
function addressOf({ next, previous, context }: DataPage): string | undefined {
  const link = next ?? previous ?? context;
  return link?.replace(/[?#].*$/s, '').replace(/\.svc\/.*$/s, '.svc');
}

/** A file of submissions as a whole. */
export function fileAt(file: string): RecordLocation {
  return { kind: 'record', file, record: '', path: '' };
}

/** A page, by what it says beside its submissions. */
export function pageOf(file: string, members: JsonRecord, read: number): DataPage {
  const text = (name: string): string | undefined => {
    const value = members[name];
    // KoboToolbox writes None into XML where there is no other page.
    return typeof value === 'string' && value !== '' && value !== 'None' ? value : undefined;
  };
  const total = members['count'] ?? members['@odata.count'];
  return {
    file,
    read,
    total: typeof total === 'number' ? total : undefined,
    next: text('next') ?? text('@odata.nextLink'),
    previous: text('previous'),
    context: text('@odata.context'),
  };
}
