// Whether `check` says of a workbook what pyxform and ODK Validate say of it.
import { pool } from '../reference/process.mjs';
import { validateTogether } from '../reference/validate.mjs';

const CORES = 2;
const FEW = 20; // forms for one start of Java, which has a time limit

/**
 * @param comparisons those of the version whose rules `check` follows for workbooks as they are written
 * @param verdicts of ODK Validate on the originals, by path of the XForm; undefined where it was not asked
 * @returns one line for each form: `refused` by pyxform, `invalid` for ODK Validate, the `errors` of check, and whether
 *   one of them names the `row` that pyxform names (undefined where it names none)
 */
export function agreementOf(comparisons, verdicts) {
  return comparisons.map(({ passage, original }) => {
    const errors = passage.findings.filter(({ severity }) => severity === 'error');
    const row = rowIn(original.error);
    const verdict = verdicts?.get(original.xform);
    return {
      passage,
      refused: original.error,
      invalid: verdict === undefined || verdict.valid ? null : verdict.complaints.join(' '),
      errors,
      row,
      atRow: row === undefined ? undefined : errors.some(({ location }) => location.row === row),
    };
  });
}

/** What ODK Validate says of each original that was converted, by the path of its XForm. */
export async function validateOriginals(comparisons) {
  const converted = comparisons.map(({ original }) => original).filter(({ error }) => error === null);
  const parts = Array.from({ length: Math.ceil(converted.length / FEW) }, (_none, index) =>
    converted.slice(index * FEW, (index + 1) * FEW),
  );
  const told = await pool(parts, CORES, (part) =>
    validateTogether(
      part.map(({ xform }) => xform),
      part[0].validator,
    ),
  );
  return new Map(told.flatMap((part) => [...part]));
}

/** pyxform says `[row : 14]` for a row of some sheet. */
function rowIn(error) {
  const [, row] = /\[row : (\d+)\]/u.exec(error ?? '') ?? [];
  return row === undefined ? undefined : Number(row);
}
