import type { Location } from '../../core/location.ts';
import { physicalName } from '../../model/code-list.ts';
import { walk } from '../../model/walk.ts';
import type { Wanted } from '../plan/wanted.ts';

/** Sections that KoboToolbox spells out when it deploys, so that rows below them have other numbers. */
const SPELT_OUT = /^begin_(?:score|rank|kobomatrix)$/;
const ROW = /\[row ?: ?(\d+)\](?: On the '(\w+)' sheet)?/;
const QUOTED = /['"`«(]?([\p{L}_][\p{L}\p{N}._-]*)/gu;

/** Where the dictionary says what the converter complains about: by the row that it names, or by a name that only one question has. */
export function mendingPlace(words: string, wanted: Wanted): Location | undefined {
  const [, number, sheet = 'survey'] = ROW.exec(words) ?? [];
  const byRow = number === undefined ? undefined : placeOfRow(sheet, Number(number), wanted);
  return byRow ?? placeOfName(words, wanted);
}

/** Rows stand as in the workbook, but for those of metadata, which KoboToolbox moves to the top. */
function placeOfRow(sheet: string, row: number, { form, delivery }: Wanted): Location | undefined {
  if (sheet === 'choices') {
    const rows = delivery.inline.flatMap(({ codes }) => codes);
    return rows[row - 2]?.origin.location;
  }
  if (sheet !== 'survey' || form.survey.some((cells) => SPELT_OUT.test(cells.get('type') ?? ''))) return undefined;
  const name = form.survey[row - 2]?.get('name');
  return name === undefined ? undefined : itemNamed(name, delivery);
}

function itemNamed(name: string, { form }: Wanted['delivery']): Location | undefined {
  return walk(form.items).find(({ item }) => item.name.string.text === name)?.item.origin.location;
}

/** A message that names no row names a question or a list. */
function placeOfName(words: string, { delivery }: Wanted): Location | undefined {
  const names = [...words.matchAll(QUOTED)].map(([, name = '']) => name);
  const lists = new Map(delivery.inline.map((list) => [physicalName(list), list.origin.location]));
  const found = names.map((name) => (name.includes('_') ? (itemNamed(name, delivery) ?? lists.get(name)) : undefined));
  return found.find((location) => location !== undefined);
}
