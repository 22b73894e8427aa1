import type { Report } from '../../diagnostics/collector.ts';
import type { Language } from '../../model/dictionary.ts';
import { type Languages, type TextSheet, textColumns } from './languages.ts';

/** Tells of languages that stand in headings alone, and of those that stand there in two ways. */
export function checkLanguageColumns(sheets: readonly TextSheet[], { all }: Languages, report: Report): void {
  const used = new Set(all.map(({ header }) => header));
  for (const [table, columns, texts] of sheets) {
    if (table.rows.length === 0) continue;
    const filled = new Set(textColumns(table, columns, texts));
    for (const column of columns.values()) {
      const { name, language, header } = column;
      if (!texts.has(name) || language === '' || used.has(language) || filled.has(column)) continue;
      const params = { column: name, sheet: table.place.sheet, language, header: language, empty: true };
      report('untranslated-column', header.at, params);
    }
  }
  checkTwice(all, report);
}

function checkTwice(all: readonly Language[], report: Report): void {
  const byTag = new Map<string, Language>();
  const byName = new Map<string, Language>();
  const untagged = new Map<string, Language>();
  for (const language of all) {
    const { name, tag } = partsOf(language);
    const earlier = tag === '' ? byName.get(name) : (byTag.get(tag) ?? untagged.get(name));
    if (tag !== '') byTag.set(tag, earlier ?? language);
    else untagged.set(name, earlier ?? language);
    byName.set(name, byName.get(name) ?? language);
    if (!earlier) continue;
    const related = [{ message: 'the other one', location: earlier.origin.location }];
    report('language-twice', language.origin.location, { header: language.header, other: earlier.header }, { related });
  }
}

/** A language as its heading has it, whatever the case: `Portuguese (pt)` and `Portuguese (pt-BR)` are two. */
function partsOf({ header }: Language): { readonly name: string; readonly tag: string } {
  const [, name = '', tag = ''] = /^(.*?)\s*(?:\(([^()]*)\))?$/.exec(header.toLowerCase()) ?? [];
  return { name: name.trim(), tag: tag.trim() };
}
