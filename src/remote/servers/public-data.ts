import type { Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import { isPersonal } from '../../model/sensitivity.ts';
import { questionsOf } from '../../model/walk.ts';
import type { MapEntry } from '../../source/entry.ts';
import { ANYONE } from './server.ts';
import type { Permission } from './server.ts';

interface Around {
  readonly dictionary: Dictionary | undefined;
  readonly report: Report;
}

/** Tells that submissions would be open to everybody. */
export function reportPublic(
  form: Plain,
  rights: MapEntry,
  permissions: ReadonlyMap<string, readonly Permission[]>,
  { dictionary, report }: Around,
): void {
  if (!permissions.get(ANYONE)?.includes('view_submissions')) return;
  const question = dictionary && personalQuestion(dictionary, form.string.text);
  const severity = question === undefined ? 'warning' : 'error';
  report('public-submissions', placeOf(rights), { form: form.string.text, question }, { severity });
}

/** The first question of a form about a person, by name. */
export function personalQuestion(dictionary: Dictionary, form: string): string | undefined {
  const items = dictionary.forms.get(form)?.items ?? [];
  return questionsOf(items).find(({ item }) => isPersonal(item, dictionary))?.item.name.string.text;
}

function placeOf({ pairs, location }: MapEntry): Location {
  return pairs.find(({ key }) => key.text === ANYONE)?.keyLocation ?? location;
}
