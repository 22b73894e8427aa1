import type { Report } from '../../diagnostics/collector.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import { mediaNames } from '../../model/deliver/media.ts';
import { walk } from '../../model/walk.ts';
import { isWritten, type Profile } from '../../vocabulary/profiles.ts';

/** Media and attachments that are named but not there. Files that the server has are none of ours. */
export function checkFiles(form: Form, dictionary: Dictionary, profile: Profile, report: Report): void {
  const delivery = deliver(dictionary, form, profile);
  const lists = new Set(delivery.external.map((list) => `${list.as?.string.text ?? list.name}.csv`));
  const served = new Set(form.attachments.filter(({ from }) => from === 'server').map(({ file }) => file.string.text));
  for (const [name, plain] of mediaNames(delivery)) {
    if (lists.has(name) || served.has(name) || dictionary.files.find(plain.string.text, plain)) continue;
    report('missing-file', plain.origin.location, {
      file: plain.string.text,
      looked: 'the folder of this file, then media/',
    });
  }
}

/** Columns that KoboToolbox would take for a language, so that its workbooks go without them. */
export function checkKoboColumns(form: Form, lists: readonly CodeList[], report: Report): void {
  const rows = [...walk(form.items)].map(({ item }) => item.columns);
  const codes = lists.flatMap((list) => list.codes.map(({ attributes }) => attributes));
  const seen = new Set<string>();
  for (const [column, { origin }] of [...rows, ...codes].flatMap((cells) => [...cells])) {
    if (isWritten(column, 'kobo') || seen.has(column)) continue;
    seen.add(column);
    report('kobo-column', origin.location, { column });
  }
}
