import type { Report } from '../../../diagnostics/collector.ts';
import { headingOf, type Location } from '../../../core/location.ts';
import { slipOf, suggest } from '../../../core/suggest.ts';
import type { Form, Row } from '../../../model/form.ts';
import { xlsformSheets, type XlsformSheet } from '../../../vocabulary/reserved.ts';
import type { FormView } from '../../rule-set.ts';

/** Sheets of the author's own under the names of XLSForm's, or almost. */
export function checkSheetNames(view: FormView, report: Report): void {
  const { form } = view;
  const absent = absentSheets(view);
  for (const [sheet, rows] of form.sheets) {
    const at = placeOfRows(rows, form);
    const folded = sheet.trim().toLowerCase();
    const own = xlsformSheets.find((name) => name === folded);
    const near = own === undefined && !sheet.startsWith('_') ? nearest(sheet, absent) : undefined;
    const meant = own ?? near;
    if (meant !== undefined)
      report(
        'sheet-name',
        at,
        { sheet, own: meant, written: own !== undefined },
        // Where the form has no such sheet, converters read the author's as if it were.
        { severity: own === undefined || absent.includes(own) ? 'warning' : 'error' },
      );
  }
}

/** Of two sheets pyxform warns where a name is two letters away, even if it is a word of its own. */
const WARNED: ReadonlySet<XlsformSheet> = new Set(['settings', 'entities']);

function nearest(sheet: string, absent: readonly XlsformSheet[]): string | undefined {
  return (
    slipOf(sheet, absent) ??
    suggest(
      sheet,
      absent.filter((name) => WARNED.has(name)),
    )
  );
}

/** The name of a sheet has no place of its own in the model, so its first cell stands for it. */
function placeOfRows(rows: readonly Row[], form: Form): Location {
  const [cell] = [...(rows[0]?.values() ?? [])];
  return headingOf((cell ?? form).origin.location);
}

/** XLSForm's sheets that no workbook of the form has. */
function absentSheets({ deliveries, form }: FormView): readonly XlsformSheet[] {
  const written: Readonly<Record<XlsformSheet, boolean>> = {
    survey: true,
    choices: deliveries.some(({ inline }) => inline.length > 0),
    settings: form.settings.size > 0 || deliveries.some(({ profile }) => profile !== 'xlsform'),
    external_choices: deliveries.some(({ ownSheets }) => ownSheets.external_choices.length > 0),
    entities: form.entities.length > 0,
    osm: deliveries.some(({ ownSheets }) => ownSheets.osm.length > 0),
  };
  return xlsformSheets.filter((sheet) => !written[sheet]);
}
