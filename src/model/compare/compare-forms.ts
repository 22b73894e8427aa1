import { memoized } from '../../core/memo.ts';
import { type Form, isFormula, type Row } from '../form.ts';
import { type AspectEntry, type Aspects, compareAspects, plainAspect, textAspects } from './aspects.ts';
import { compareItems } from './compare-items.ts';
import type { Difference, FormSubject, ItemSubject } from './difference.ts';
import { lockAspects } from './item-aspects.ts';
import { normalExpression, normalText } from './normal.ts';

/** In what two forms differ: themselves, and what they hold. */
export function compareForms(
  before: Form,
  after: Form,
  path: string,
): readonly Difference<FormSubject | ItemSubject>[] {
  if (before === after) return [];
  const about = { subject: { kind: 'form', before, after }, name: before.name.string.text, path } as const;
  return [...compareAspects(formAspects(before), formAspects(after), about), ...compareItems(before, after, path)];
}

const formAspects = memoized((form: Form): Aspects => {
  const { title, languages, defaultLanguage, origin, locks = {} } = form;
  const spoken = languages.map((tag): AspectEntry => [
    `languages.${tag}`,
    { facet: 'languages', words: tag, normal: tag, origin },
  ]);
  const opens = { facet: 'languages', words: defaultLanguage, normal: defaultLanguage, origin };
  return new Map<string, AspectEntry[1]>([
    ...textAspects('title', title),
    ...spoken,
    ['default_language', opens],
    ...rowAspects('settings', 'settings', form.settings),
    ...form.attachments.map(({ file }) => plainAspect(`attachments.${file.string.text}`, file, 'attachments')),
    ...form.entities.flatMap((row, at) => rowAspects(`entities.${at + 1}`, 'entities', row)),
    ...[...form.sheets].flatMap(([sheet, rows]) =>
      rows.flatMap((row, at) => rowAspects(`sheets.${sheet}.${at + 1}`, 'sheets', row)),
    ),
    ...lockAspects(locks),
  ]);
});

function rowAspects(prefix: string, facet: string, row: Row): readonly AspectEntry[] {
  return [...row].map(([header, cell]) =>
    plainAspect(`${prefix}.${header}`, cell, facet, isFormula(cell) ? normalExpression : normalText),
  );
}
