/** Questions and sections of a form, spelt out. The largest real form measured has 4,000 rows. */
export const MOST_ITEMS = 100_000;
