import type { Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import { instanceNames, mayNameInstances } from '../../../expression/references.ts';
import { physicalName } from '../../../model/code-list.ts';
import type { Delivery } from '../../../model/deliver/delivery.ts';
import { baseName, loadedFile } from '../../../model/deliver/instances.ts';
import type { Item } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { locate, placeOf } from '../../../source/source-string.ts';
import { gatherReadings, type Reading } from '../../readings.ts';
import type { FormView } from '../../rule-set.ts';

/** Where the data behind a name comes from; two sources of one name clash unless they are the same file. */
interface Source {
  readonly name: string;
  /** The file, or what the source is where it is none. */
  readonly uri: string;
  readonly what: string;
  readonly location: Location;
  /** Whether the name may stand for this source once only. */
  readonly once: boolean;
}

export function checkSources(view: FormView, report: Report): void {
  const read = pulled(view);
  for (const delivery of view.deliveries) {
    const first = new Map<string, Source>();
    for (const source of [...listSources(delivery), ...questionSources(delivery), ...read]) {
      const earlier = first.get(source.name);
      if (!earlier) first.set(source.name, source);
      else if (earlier.uri !== source.uri || (earlier.once && source.once)) reportTwice(source, earlier, report);
    }
  }
}

function reportTwice({ name, what, location }: Source, earlier: Source, report: Report): void {
  report(
    'source-twice',
    location,
    { name, what, other: earlier.what },
    { related: [{ message: 'the other one', location: earlier.location }] },
  );
}

function listSources({ inline, external }: Delivery): readonly Source[] {
  return [...inline, ...external].map((list) => ({
    name: physicalName(list),
    uri: external.includes(list) ? `${physicalName(list)}.csv` : 'choices',
    what: `the code list ${quote(list.name)}`,
    location: (list.as ?? list).origin.location,
    once: false,
  }));
}

function questionSources({ form }: Delivery): readonly Source[] {
  return sourcesOf(form.items);
}

const sourcesOf = gather((item) => {
  const source = sourceOf(item);
  return source ? [source] : [];
});

function sourceOf(item: Item): Source | undefined {
  const loaded = loadedFile(item);
  if (!loaded) return undefined;
  const { instance: name, file, isOwn: once } = loaded;
  const uri = baseName(file.string.text);
  return { name, uri, what: `the file ${quote(uri)}`, location: placeOf(file.string), once };
}

/** What pulldata reads is a CSV file; a code list that it reads gets its names apart by itself. */
function pulled(view: FormView): readonly Source[] {
  return pulledIn(view).filter(({ name }) => !view.dictionary.codeLists.has(name));
}

const pulledIn = gatherReadings(pulledBy);

function pulledBy({ tree, string }: Reading): readonly Source[] {
  if (!tree || !mayNameInstances(string.text)) return [];
  return instanceNames(tree)
    .filter(({ call }) => call.name === 'pulldata')
    .map(({ name, span }) => ({
      name,
      uri: `${name}.csv`,
      what: `the file ${quote(`${name}.csv`)}`,
      location: locate(string, span),
      once: false,
    }));
}
