import type { NumberMarks } from '../../vocabulary/report-wording.ts';

/** What stands where there is no value. */
export const NOTHING = '–';

/** A number as a language writes it, with at most so many decimals. */
export function numberText(value: number, { decimal, group, groupsFrom }: NumberMarks, decimals: number): string {
  if (!Number.isFinite(value)) return NOTHING;
  const [whole = '', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = Number(whole) >= groupsFrom ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole;
  const fraction = rest.replace(/0+$/, '');
  const digits = fraction === '' ? grouped : `${grouped}${decimal}${fraction}`;
  return value < 0 && digits !== '0' ? `-${digits}` : digits;
}

/** A share from 0 to 1 in percent, with one decimal so that columns line up. */
export function shareText(share: number, { decimal, percent }: NumberMarks): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1).replace('.', decimal)}${percent}` : NOTHING;
}
