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

/** What people call types in other tools or in speech, with the type that they most likely mean. Nothing reads forms by it. */
export const typeNicknames: ReadonlyMap<string, string> = new Map([
  ['numeric', 'integer'],
  ['float', 'decimal'],
  ['phone', 'text'],
  ['phone number', 'text'],
  ['email address', 'text'],
  ['textarea', 'text'],
  ['dropdown', 'select_one'],
  ['radio', 'select_one'],
  ['single choice', 'select_one'],
  ['checkbox', 'select_multiple'],
  ['checkboxes', 'select_multiple'],
  ['multiple choice', 'select_multiple'],
  ['yes/no', 'select_one yes_no'],
]);
