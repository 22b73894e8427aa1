/**
 * Older spellings of question types that pyxform still accepts (xlsform.md 2.2), with the type they mean. Dictionaries are
 * told the present word; workbooks are read through this table.
 */
export const typeSpellings: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['int', 'integer'],
  ['select one', 'select_one'],
  ['select1', 'select_one'],
  ['select one from', 'select_one'],
  ['select multiple', 'select_multiple'],
  ['select all that apply', 'select_multiple'],
  ['select all that apply from', 'select_multiple'],
  ['datetime', 'dateTime'],
  ['date time', 'dateTime'],
  ['gps', 'geopoint'],
  ['location', 'geopoint'],
  ['photo', 'image'],
  ['picture', 'image'],
  ['number', 'integer'],
  ['boolean', 'acknowledge'],
  ['url', 'text'],
  ['signature', 'image'],
  ['imei', 'deviceid'],
  ['device id', 'deviceid'],
  ['start time', 'start'],
  ['end time', 'end'],
]);
