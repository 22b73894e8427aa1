/** Words for types that KoboToolbox replaces when a workbook is handed over (kobo-api.md 1.6). */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['begin group', 'begin_group'],
  ['begin  group', 'begin_group'],
  ['end group', 'end_group'],
  ['end  group', 'end_group'],
  ...['begin lgroup', 'begin repeat', 'begin looped group'].map((word) => [word, 'begin_repeat'] as const),
  ...['end lgroup', 'end repeat', 'end looped group'].map((word) => [word, 'end_repeat'] as const),
  ...['score', 'rank', 'kobomatrix'].flatMap((kind) =>
    ['begin', 'end'].map((edge) => [`${edge} ${kind}`, `${edge}_${kind}`] as const),
  ),
  ['string', 'text'],
  ['trigger', 'acknowledge'],
  ['photo', 'image'],
  ['dateTime', 'datetime'],
  ['imei', 'deviceid'],
  ['gps', 'geopoint'],
]);

/** Words for the types that name a list or a file, the longer ones first. */
const SELECTS: readonly (readonly [string, string])[] = [
  ['add select multiple prompt using', 'select_multiple'],
  ['select all that apply from', 'select_multiple'],
  ['add select one prompt using', 'select_one'],
  ['select multiple from file', 'select_multiple_from_file'],
  ['select_multiple_from_file', 'select_multiple_from_file'],
  ['select all that apply', 'select_multiple'],
  ['select one from file', 'select_one_from_file'],
  ['select_one_from_file', 'select_one_from_file'],
  ['select one external', 'select_one_external'],
  ['select_one_external', 'select_one_external'],
  ['select_multiple', 'select_multiple'],
  ['select multiple', 'select_multiple'],
  ['select one from', 'select_one'],
  ['select many', 'select_multiple'],
  ['select_many', 'select_multiple'],
  ['select_one', 'select_one'],
  ['select one', 'select_one'],
  ['select1', 'select_one'],
  ['rank', 'rank'],
];

/** Rows that KoboToolbox moves to the top of the survey. */
const METADATA: ReadonlySet<string> = new Set([
  'start',
  'today',
  'end',
  'deviceid',
  'phone_number',
  'audit',
  'username',
  'phonenumber',
  'imei',
  'start-geopoint',
]);

export function goesToTheTop(type: string): boolean {
  return METADATA.has(type);
}

/** The type of a row as KoboToolbox keeps it, its list or file behind it. */
export function koboType(written: string): string {
  const orOther = /\s+or.other$/.test(written) || /select_(?:one|multiple)_or_other/.test(written);
  const type = written.replace(/\s+or.other$/, '').replace(/(select_(?:one|multiple))_or_other/, '$1');
  const select = SELECTS.find(
    ([word]) => type === word || (type.startsWith(word) && /^\s+\S+$/.test(type.slice(word.length))),
  );
  if (!select) return TYPES.get(type) ?? type;
  return withList(select[1], type.slice(select[0].length).trim(), orOther);
}

/** One word for a type, its list or file, and whether `other` is offered. */
export function withList(type: string, list: string, orOther: boolean): string {
  return [type, list, orOther ? 'or_other' : ''].filter(Boolean).join(' ');
}
