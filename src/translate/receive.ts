import type { Report } from '../diagnostics/collector.ts';
import type { Translations } from '../dictionary/locales/open.ts';
import { recordedSources } from '../dictionary/locales/sources.ts';
import type { Acceptable } from './compare.ts';
import { judge, type Judgement } from './judge.ts';
import { readTranslatorPo } from './po.ts';
import { type DeliveredFile, readTranslatorWorkbook } from './read-workbook.ts';
import { readTranslatorXliff } from './read-xliff.ts';

export interface ReceiveOptions {
  readonly translations: Translations;
  /** The language that all files are in. */
  readonly tag: string;
  readonly accept: readonly Acceptable[];
}

const READERS = [
  [/\.po$/i, readTranslatorPo],
  [/\.(?:xlf|xliff|xml)$/i, readTranslatorXliff],
] as const;

/** Looks at files that came back from translators: what of them can be taken over; all else is reported. */
export function receive(
  files: readonly Pick<DeliveredFile, 'name' | 'bytes'>[],
  { translations, tag, accept }: ReceiveOptions,
  report: Report,
): Judgement {
  const { languages, defaultLanguage, units, locales } = translations;
  const language = (wanted: string): DeliveredFile['source'] | undefined =>
    languages.find((each) => each.tag === wanted);
  const [source, target] = [language(defaultLanguage), language(tag)];
  if (!source || !target) throw new RangeError(`the dictionary has no language ${tag}`);
  const delivered = files.flatMap(({ name, bytes }) => {
    const read = READERS.find(([ending]) => ending.test(name))?.[1] ?? readTranslatorWorkbook;
    return read({ name, bytes, source, target }, report);
  });
  const locale = locales.find((each) => each.tag === tag);
  const hashes = locale ? recordedSources(locale) : new Map<string, { hash: string }>();
  return judge(
    delivered,
    units,
    { tag, defaultLanguage, accept, recorded: ({ path }) => hashes.get(path)?.hash },
    report,
  );
}
