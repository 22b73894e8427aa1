/** One way down through the places of xb. No code tells its parent. */
export const FIVE_LEVELS = [
  { name: 'admin1', code: 'XB117', label: 'Branva', offered: 7 },
  { name: 'admin2', code: 'XB2011', label: 'Gatora', offered: 8 },
  { name: 'admin3', code: 'XB30272', label: 'Douvossi', offered: 6 },
  { name: 'xb_admin4', code: 'XB40386', label: 'Glaitoulou', offered: 7 },
  { name: 'xb_admin5', code: 'XB5004439', label: 'Bèruzé', offered: 41 },
];
