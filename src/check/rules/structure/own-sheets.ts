import type { Report } from '../../../diagnostics/collector.ts';
import type { Delivery } from '../../../model/deliver/delivery.ts';
import type { OwnSheet } from '../../../model/form.ts';
import { listOf } from '../../../model/type-use.ts';
import { gather } from '../../../model/walk.ts';
import { placeOf } from '../../../source/source-string.ts';
import { type FormView, refusedBy } from '../../rule-set.ts';

/** Questions whose list stands on a sheet of its own. */
const onOwnSheets = gather((item) => {
  const list = item.kind === 'question' ? listOf(item.type) : undefined;
  const sheet = item.kind === 'question' ? SHEETS.get(item.type.word) : undefined;
  return list && sheet ? [{ list, sheet }] : [];
});

const SHEETS: ReadonlyMap<string, OwnSheet> = new Map([
  ['select_one_external', 'external_choices'],
  ['osm', 'osm'],
]);

/** KoboToolbox fails to deploy a form with a plain column `label` on one of these sheets, without a word (kobo-api.md 1.7). */
export function checkOwnSheets({ form, deliveries, profiles }: FormView, report: Report): void {
  const severity = refusedBy('kobo', profiles);
  if (severity === undefined) return;
  const plain = new Set(deliveries.filter(({ profile }) => profile !== 'odk').flatMap(plainSheets));
  for (const { list, sheet } of onOwnSheets(form.items))
    if (plain.has(sheet)) report('kobo-sheet', placeOf(list.string), { list: list.string.text, sheet }, { severity });
}

/** Tags of OpenStreetMap are never translated; choices are, where the form has languages. */
function plainSheets({ form, languages, ownSheets }: Delivery): readonly OwnSheet[] {
  const headings = form.layout?.headings.get('external_choices');
  const isPlain =
    headings?.includes('label') ?? (languages.length === 0 || languages.some(({ header }) => header === ''));
  const sheets: OwnSheet[] = [];
  if (ownSheets.osm.length > 0) sheets.push('osm');
  if (isPlain && ownSheets.external_choices.length > 0) sheets.push('external_choices');
  return sheets;
}
