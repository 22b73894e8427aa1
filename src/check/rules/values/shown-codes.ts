import type { Report } from '../../../diagnostics/collector.ts';
import type { CodeList } from '../../../model/code-list.ts';
import { memoized } from '../../../core/memo.ts';
import { locate } from '../../../source/source-string.ts';
import { surveyColumnNames, surveyColumns } from '../../../vocabulary/columns.ts';
import { gatherReadings } from '../../readings.ts';
import type { FormView } from '../../rule-set.ts';

/** The columns that hold texts for people. */
const READ: ReadonlySet<string> = new Set(surveyColumnNames.filter((name) => surveyColumns[name].kind === 'text'));

const textsIn = gatherReadings((reading) =>
  reading.kind === 'text' && reading.item && READ.has(reading.key) ? [reading] : [],
);

/** Texts that show the code of an answer where people would read its label. */
export function checkShownCodes(view: FormView, report: Report): void {
  const { reference } = view.scopeAt(undefined, '');
  for (const { references, string } of textsIn(view)) {
    for (const { name, lastSaved, span } of references) {
      const type = reference({ name, lastSaved });
      if ((type.kind !== 'code' && type.kind !== 'codes') || type.offer?.source.kind !== 'list') continue;
      const list = view.dictionary.codeLists.get(type.offer.source.list);
      const codes = list ? unlikeLabels(list) : [];
      const several = type.kind === 'codes';
      if (codes.length > 0) report('code-in-text', locate(string, span), { name, codes, several });
    }
  }
}

/** The codes that do not read like one of their labels. */
const unlikeLabels = memoized(({ codes }: CodeList): readonly string[] =>
  codes.flatMap(({ name, texts }) => {
    const code = name.string.text;
    const labels = [...(texts.label?.byLanguage.values() ?? [])].map(({ string }) => string.text.toLowerCase());
    return labels.length === 0 || labels.includes(code.toLowerCase()) ? [] : [code];
  }),
);
