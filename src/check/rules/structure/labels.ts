import type { Report } from '../../../diagnostics/collector.ts';
import type { Item, Question, Section } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import type { FormView, ItemRule } from '../../rule-set.ts';
import { hasMedia, hasText, isHidden } from './shown.ts';

/** A question that shows nothing is told where its variable is defined, or else where the form asks it. */
export function checkLabels({ form, dictionary }: FormView, report: Report): void {
  for (const item of unlabelled(form.items)) {
    const variable = dictionary.variables.get(item.variable ?? '');
    const { name } = variable && lacksLabel(variable) ? variable : item;
    const guidance = hasText(item.facets.guidance_hint);
    report('missing-label', name.origin.location, { name: name.string.text, guidance });
  }
}

const unlabelled = gather((item) => (item.kind === 'question' && lacksLabel(item) ? [item] : []));

function lacksLabel(question: Question): boolean {
  const { facets, type } = question;
  if (questionTypes.get(type.word)?.visible !== true || isHidden(question)) return false;
  // The row of answers above a table of questions has nothing to say itself, and pyxform lets it be.
  if (facets.appearance?.string.text === 'label') return false;
  return !hasText(facets.label) && !hasText(facets.hint) && !hasMedia(question);
}

export const checkBigImage: ItemRule = ({ name, facets }, _profiles, report) => {
  const big = facets['big-image'];
  if (hasText(big) && !hasText(facets.image))
    report('big-image-alone', big?.origin.location ?? name.origin.location, { name: name.string.text });
};

/** pyxform warns of repeats; that of KoboToolbox also of groups that are not one page of questions. */
export const checkSectionLabel: ItemRule = (item, profiles, report) => {
  if (item.kind === 'question' || hasText(item.facets.label) || hasMedia(item)) return;
  const at = item.name.origin.location;
  const name = item.name.string.text;
  if (item.type === 'repeat') report('section-without-label', at, { name, kind: 'repeat' });
  else if (isLooseGroup(item) && profiles.includes('kobo'))
    report('section-without-label', at, { name, kind: 'group' }, { severity: 'info' });
};

function isLooseGroup({ type, facets }: Section): boolean {
  return type === 'group' && facets.appearance?.string.text !== 'field-list';
}

/** Kinds of section and rows that KoboToolbox spells out before its converter reads them. */
function koboWord(item: Item): string | undefined {
  if (item.kind === 'question') return /^(score__row|rank__level)$/.exec(item.type.word)?.[0];
  return item.type === 'kobomatrix' || item.type === 'score' || item.type === 'rank' ? item.type : undefined;
}

export const checkKoboWord: ItemRule = (item, profiles, report) => {
  const word = koboWord(item);
  if (word === undefined || (profiles.includes('kobo') && profiles.length === 1)) return;
  // A workbook as it is written may be meant for KoboToolbox.
  const severity = profiles.includes('odk') ? 'error' : 'warning';
  report('kobo-section', item.name.origin.location, { word }, { severity });
};
