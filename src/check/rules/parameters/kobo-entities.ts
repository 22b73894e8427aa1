import type { Report } from '../../../diagnostics/collector.ts';
import { isRepeat } from '../../../model/repeats.ts';
import { placeOf } from '../../../source/source-string.ts';
import { type FormView, refusedAsWritten } from '../../rule-set.ts';
import { type EntityRow, entityRows } from './entities.ts';
import { saveToCells } from './save-to.ts';

/** KoboToolbox has no entities: they are left out of what is written for it, and refused where a workbook goes as it is. */
export function checkKoboEntities(view: FormView, report: Report): void {
  const rows = entityRows(view);
  const [first] = rows;
  if (!first) return;
  const severity = refusedAsWritten(first.at, view.profiles);
  if (severity) checkRefused(rows, view, (at, params) => report('kobo-entities', at, params, { severity }));
  else if (view.profiles.includes('kobo'))
    report('kobo-entities', first.at, { problem: 'left-out', words: view.form.name.string.text });
}

type Tell = (
  at: EntityRow['at'],
  params: { readonly problem: 'label' | 'several' | 'repeat' | 'hash'; readonly words: string },
) => void;

/** KoboToolbox takes `label` for a translated column (kobo-api.md 1.7); pyxform 3.0.0 knows one entity a submission, and no list before a property. */
function checkRefused(rows: readonly EntityRow[], view: FormView, tell: Tell): void {
  const label = rows.flatMap(({ cells }) => cells.get('label') ?? [])[0];
  if (label) return tell(placeOf(label.string), { problem: 'label', words: label.string.text });
  const [, second] = rows;
  if (second) tell(second.at, { problem: 'several', words: second.list });
  for (const [{ item, path }, { string }] of saveToCells(view)) {
    if (item.kind === 'section') continue;
    if (path.some(isRepeat)) tell(placeOf(string), { problem: 'repeat', words: item.name.string.text });
    else if (string.text.includes('#')) tell(placeOf(string), { problem: 'hash', words: string.text });
  }
}
