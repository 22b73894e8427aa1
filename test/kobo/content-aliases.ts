// Spellings that KoboToolbox replaces when it stores a form: formpack's replace_aliases.py over pyxform 3.0.0's aliases.py.

/** The words that pyxform takes for yes and no. */
export const YES_NO: ReadonlyMap<unknown, boolean> = new Map([
  ...['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'true()'].map((word) => [word, true] as const),
  ...['no', 'No', 'NO', 'false', 'False', 'FALSE', 'false()'].map((word) => [word, false] as const),
]);

const SURVEY_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  label: ['Label', 'caption'],
  name: ['Name', 'tag', 'value'],
  type: ['Type', 'command'],
  list_name: ['List_name'],
  'instance::odk:tag': ['compact_tag'],
  read_only: ['readonly', 'bind::readonly'],
  relevant: ['relevance', 'bind::relevant'],
  required: ['bind::required'],
  constraint: ['bind::constraint'],
  constraint_message: ['constraining message', 'constraint message', 'bind::jr:constraintMsg'],
  required_message: ['requiredMsg', 'required message', 'bind::jr:requiredMsg'],
  calculation: ['calculate', 'bind::calculate'],
  appearance: ['control::appearance'],
  repeat_count: ['count', 'jr:count', 'control::jr:count'],
  autoplay: ['control::autoplay'],
  rows: ['control::rows'],
  no_app_error_string: ['noAppErrorString', 'bind::jr:noAppErrorString'],
  control: ['body'],
  'bind::entities:saveto': ['save_to'],
  'media::image': ['image'],
  'media::big-image': ['big-image'],
  'media::audio': ['audio'],
  'media::video': ['video'],
};

const SETTINGS_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  form_title: ['title', 'set form title'],
  id_string: ['form_id', 'set form id'],
};

const TYPES: Readonly<Record<string, readonly string[]>> = {
  begin_group: ['begin group', 'begin  group'],
  end_group: ['end group', 'end  group'],
  begin_repeat: ['begin lgroup', 'begin repeat', 'begin looped group'],
  end_repeat: ['end lgroup', 'end repeat', 'end looped group'],
  text: ['string'],
  acknowledge: ['trigger'],
  image: ['photo'],
  datetime: ['dateTime'],
  deviceid: ['imei'],
  geopoint: ['gps'],
  score__row: [],
  rank__level: [],
  begin_score: ['begin score'],
  end_score: ['end score'],
  begin_rank: ['begin rank'],
  end_rank: ['end rank'],
  begin_kobomatrix: ['begin kobomatrix'],
  end_kobomatrix: ['end kobomatrix'],
};

const SELECTS: Readonly<Record<string, readonly string[]>> = {
  select_multiple: [
    'select all that apply',
    'select multiple',
    'select many',
    'select_many',
    'select all that apply from',
    'add select multiple prompt using',
  ],
  select_multiple_from_file: ['select multiple from file'],
  select_one_external: ['select one external'],
  select_one: ['select one', 'select one from', 'add select one prompt using', 'select1'],
  select_one_from_file: ['select one from file'],
  rank: [],
};

/** Of QUESTION_TYPE_DICT, what is no alias above. */
const OTHER_TYPES = new Set(
  (
    'phonenumber calculate location simserial integer note decimal date time datetime audio video barcode geoshape ' +
    'geotrace percentage start end today username email hidden osm file range audit xml-external csv-external ' +
    'start-geopoint background-audio background-geopoint int subscriberid uri:deviceid uri:username uri:email ' +
    'uri:phonenumber uri:simserial uri:subscriberid'
  ).split(' '),
);
const OTHER_SPELLINGS =
  /^(?:(?:q|add|get) [\w ]+|number of days in last (?:month|six months|year)|(?:end|start|date) time|(?:device|sim|subscriber) id|phone number)$/;

function reversed(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([name, others]) => others.map((other) => [other, name] as const)));
}

export const SURVEY_ALIASES = reversed(SURVEY_COLUMNS);
export const SETTINGS_ALIASES = reversed(SETTINGS_COLUMNS);
const TYPE_ALIASES = reversed(TYPES);

/** Longest first, because one spelling starts another. */
export const SELECT_SPELLINGS: readonly (readonly [string, string])[] = Object.entries(SELECTS)
  .flatMap(([name, others]) => [name, ...others].map((spelling) => [spelling, name] as const))
  .toSorted(([left], [right]) => right.length - left.length);

/** Undefined for a type that KoboToolbox does not know. */
export function knownType(type: string): string | undefined {
  if (type in TYPES) return type;
  const alias = TYPE_ALIASES.get(type);
  if (alias !== undefined) return alias;
  const select = SELECT_SPELLINGS.find(([spelling]) => type.startsWith(spelling));
  if (select) return type.replace(select[0], select[1]);
  return OTHER_TYPES.has(type) || OTHER_SPELLINGS.test(type) ? type : undefined;
}
