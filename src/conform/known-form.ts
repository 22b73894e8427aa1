import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { questionsOf } from '../model/walk.ts';
import { STAMP } from '../vocabulary/reserved.ts';
import { formWorkbook } from '../xlsform/rows/workbook.ts';
import { formVersion } from './form-version.ts';
import type { KnownForm } from './versions.ts';

/** A form with the marks that its submissions carry. */
export function knownForm(dictionary: Dictionary, form: Form, profile: Profile): KnownForm {
  const version = formVersion(dictionary, form, profile);
  const stamp = writtenStamp(form);
  if (stamp !== undefined || profile === 'xlsform')
    return { version, stamp, number: form.settings.get('version')?.string.text ?? '' };
  const workbook = formWorkbook(version.delivery, dictionary);
  return { version, stamp: workbook.stamp, number: form.settings.get('version')?.string.text ?? workbook.version };
}

/** What a workbook that was built says in its last calculate. */
function writtenStamp({ items }: Form): string | undefined {
  const stamp = questionsOf(items).find(({ item }) => item.name.string.text === STAMP);
  const tree = stamp?.item.facets.calculation?.parsed.tree;
  return tree?.kind === 'string' ? tree.value : undefined;
}
