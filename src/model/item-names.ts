import { gatherWith } from './traits.ts';
import { gather } from './walk.ts';

/** The names of everything in a form. */
export const itemNames = gather((item) => [item.name.string.text]);

/** The names of the text questions that `or_other` adds. */
export const otherNames = gatherWith('or_other', (item) =>
  item.kind === 'question' && item.type.orOther ? [`${item.name.string.text}_other`] : [],
);
