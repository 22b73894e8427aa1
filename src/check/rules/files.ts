import type { Report } from '../../diagnostics/collector.ts';
import { type CodeList, physicalName } from '../../model/code-list.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import { mediaNames } from '../../model/deliver/media.ts';
import { walk } from '../../model/walk.ts';
import { placeOf } from '../../source/source-string.ts';
import { isWritten } from '../../vocabulary/profiles.ts';

/** Media and attachments that are named but not there. Files that the server has are none of ours. */
export function checkFiles(delivery: Delivery, dictionary: Dictionary, report: Report): void {
  if (!dictionary.files.complete) return;
  const lists = new Set(delivery.external.map((list) => `${physicalName(list)}.csv`));
  for (const [name, plain] of mediaNames(delivery)) {
    if (lists.has(name) || dictionary.files.find(plain.string.text, plain)) continue;
    report('missing-file', placeOf(plain.string), {
      file: plain.string.text,
      looked: '',
    });
  }
}

/** Columns that KoboToolbox would take for a language, so that its workbooks go without them. */
export function checkKoboColumns(form: Form, lists: readonly CodeList[], report: Report): void {
  const rows = walk(form.items).map(({ item }) => item.columns);
  const codes = lists.flatMap((list) => list.codes.map(({ attributes }) => attributes));
  const seen = new Set<string>();
  for (const [column, { origin }] of [...rows, ...codes].flatMap((cells) => [...cells])) {
    if (isWritten(column, 'kobo') || seen.has(column)) continue;
    seen.add(column);
    report('kobo-column', origin.location, { column });
  }
}
