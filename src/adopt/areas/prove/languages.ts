import { textIn } from '../read/table.ts';
import type { Subject } from './subject.ts';

/** Which names become no label, and which are taken for something that nobody said. */
export function tellLanguages(
  { tables, languages, report }: Subject,
  mapped: readonly (readonly [string, string])[],
): void {
  const known = languages.tags.filter((tag) => tag !== '');
  const [table] = tables;
  for (const [language, tag] of mapped) {
    const isSpoken = languages.labelsOf(language).length > 0;
    if (table && !isSpoken)
      report('area-language', table.locate(table.headings, 0), { kind: 'no-names', language, tag, known });
  }
  const [assumed = ''] = languages.labelsOf('').map((label) => languages.tags[label] ?? '');
  const unsaid = assumed === '' ? undefined : unsaidIn(tables);
  if (unsaid)
    report('area-language', unsaid, { kind: 'assumed', language: '', tag: assumed, known }, { severity: 'info' });
  for (const language of languages.left) {
    const place = firstIn(language, tables);
    if (place && !mapped.some(([from]) => from === language))
      report('area-language', place, { kind: 'left', language, tag: '', known });
  }
}

type Place = ReturnType<Subject['tables'][number]['locate']>;

/** The first heading of names of which nothing says the language. */
function unsaidIn(tables: Subject['tables']): Place | undefined {
  for (const { columns, headings, locate } of tables) {
    const names = [...columns.levels.values()].flatMap((level) => level.names);
    const found = names.find(({ language, index }) => language === undefined && !columns.languages.has(index));
    if (found) return locate(headings, found.column);
  }
  return undefined;
}

function firstIn(language: string, tables: Subject['tables']): Place | undefined {
  for (const { columns, headings, rows, locate } of tables) {
    const names = [...columns.levels.values()].flatMap((level) => level.names);
    const found = names.find((name) => name.language === language);
    if (found) return locate(headings, found.column);
    for (const column of columns.languages.values()) {
      const row = rows.find((each) => textIn(each, column).toLowerCase() === language);
      if (row) return locate(row, column);
    }
  }
  return undefined;
}
