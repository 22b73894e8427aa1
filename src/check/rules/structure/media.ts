import type { Report } from '../../../diagnostics/collector.ts';
import { fileOf } from '../../../core/location.ts';
import type { Plain } from '../../../model/facets.ts';
import { baseName } from '../../../model/deliver/instances.ts';
import { namedFiles } from '../../../model/deliver/media.ts';
import { placeOf } from '../../../source/source-string.ts';
import type { FormView } from '../../rule-set.ts';

/** Files that forms would know by one name, and files whose kind a phone cannot tell. */
export function checkMedia({ deliveries, dictionary, form }: FormView, report: Report): void {
  const served = new Set(form.attachments.filter(({ from }) => from === 'server').map(({ file }) => file.string.text));
  const seen = new Set<string>();
  const paths = new Map<string, { readonly path: string; readonly plain: Plain }>();
  for (const plain of deliveries.flatMap(namedFiles)) {
    const { text } = plain.string;
    const key = `${fileOf(plain.origin.location)}\n${text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const name = baseName(text);
    const path = served.has(text) ? text : dictionary.files.find(text, plain)?.path;
    if (path === undefined || name === '') continue;
    if (!/\.\w/.test(name)) report('media-ending', placeOf(plain.string), { file: text });
    const earlier = paths.get(name);
    if (!earlier) paths.set(name, { path, plain });
    else if (earlier.path !== path)
      report(
        'same-file-name',
        placeOf(plain.string),
        { name, path, other: earlier.path },
        { related: [{ message: 'the other file', location: placeOf(earlier.plain.string) }] },
      );
  }
}
