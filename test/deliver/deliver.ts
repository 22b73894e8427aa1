import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Delivery } from '../../src/model/deliver/delivery.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import type { SurveyColumn } from '../../src/vocabulary/columns.ts';
import { physicalName } from '../../src/model/code-list.ts';
import { codes, placed } from '../support/outline.ts';
import { type Files, nothing, present } from '../support/tester.ts';

export const languages = '{ en: English }';

/** A dictionary in the languages given, as one form of it goes out for a profile. */
export function delivered(files: Files | string, profile: Profile, manifest = `languages: ${languages}`): Delivery {
  const { dictionary } = nothing
    .with({ 'dictionary.yaml': `lexiform: 1\ndictionary: test\nprofiles: [${profile}]\n${manifest}\n` })
    .compile(files);
  return deliver(dictionary, present([...dictionary.forms.values()][0], 'a form'), profile);
}

/** The rows of the form, as text, with the columns named. */
export function rows(delivery: Delivery, ...columns: readonly SurveyColumn[]): string {
  return placed(delivery.form, ...columns);
}

/** The lists of one kind. */
const part = (kind: string, of: Delivery['inline']): string[] =>
  of.map((list) => `${kind} ${physicalName(list)}\n${codes(list)}`);

/** What the workbook and its files hold of lists: a heading a list, then its codes. */
export function lists({ inline, external, ownSheets }: Delivery): string {
  return [
    ...part('inline', inline),
    ...part('file', external),
    ...part('external_choices', ownSheets.external_choices),
    ...part('osm', ownSheets.osm),
  ].join('\n');
}
