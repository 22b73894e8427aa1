import { gather } from './walk.ts';

/** The names of everything in a form. */
export const itemNames = gather((item) => [item.name.string.text]);

/** The names of the text questions that `or_other` adds. */
export const otherNames = gather((item) =>
  item.kind === 'question' && item.type.orOther ? [`${item.name.string.text}_other`] : [],
);
