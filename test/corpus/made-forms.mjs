// Workbooks as people write them, one habit each. A list of cells is a row; `null` is an empty cell.

const YES_NO = [
  ['list_name', 'name', 'label'],
  ['yes_no', 'yes', 'Yes'],
  ['yes_no', 'no', 'No'],
];

export const FORMS = {
  'old spellings': {
    survey: [
      ['type', 'tag', 'caption', 'relevance', 'constraining message', 'constraint', 'calculate', 'readonly', 'count'],
      ['select one from yes_no', 'agrees', 'Do you agree?'],
      ['add integer prompt', 'age', 'Age', "${agrees} = 'yes'", 'Too old', '. < 120'],
      ['select all that apply from yes_no', 'both', 'Which?'],
      ['q note', 'told', 'A note'],
      ['begin looped group', 'child', 'Child', null, null, null, null, null, '${age}'],
      ['string', 'child_name', 'Name', null, null, null, null, 'yes'],
      ['end looped group'],
      ['calculate', 'twice', null, null, null, null, '${age} * 2'],
      ['gps', 'place', 'Where?'],
      ['imei', 'device'],
      ['add photo prompt', 'photo', 'Photo'],
    ],
    choices: [
      ['list name', 'value', 'caption'],
      ['yes_no', 'yes', 'Yes'],
      ['yes_no', 'no', 'No'],
    ],
    settings: [
      ['title', 'id_string'],
      ['Old spellings', 'old_spellings'],
    ],
  },

  'headings with one colon': {
    survey: [
      [
        'type',
        'name',
        'label:English',
        'label:French',
        'hint:English',
        'media:image:English',
        'jr:count',
        'bind:relevant',
      ],
      ['integer', 'size', 'Size', 'Taille', 'All', 'house.png'],
      ['begin repeat', 'member', 'Member', 'Membre', null, null, '${size}'],
      ['text', 'name', 'Name', 'Nom', null, null, null, '${size} > 0'],
      ['end repeat'],
    ],
  },

  'plain texts beside languages without tags': {
    survey: [
      [
        'type',
        'name',
        'label',
        'label::French',
        'hint::French',
        'media::image',
        'media::audio::French',
        'required',
        'required_message::French',
      ],
      [
        'select_one yes_no',
        'agrees',
        'Do you agree?',
        "Êtes-vous d'accord ?",
        'Oui ou non',
        'a.png',
        'a.mp3',
        'yes',
        'Il faut répondre',
      ],
      ['text', 'why', 'Why?', null, 'Pourquoi'],
    ],
    choices: [
      ['list_name', 'name', 'label', 'label::French', 'media::image::French'],
      ['yes_no', 'yes', 'Yes', 'Oui', 'oui.png'],
      ['yes_no', 'no', 'No', 'Non'],
    ],
    settings: [
      ['form_title', 'default_language'],
      ['Languages', 'French'],
    ],
  },

  'an entity list': {
    survey: [
      ['type', 'name', 'label', 'save_to', 'calculation'],
      ['text', 'street', 'Street', 'street'],
      ['integer', 'people', 'People', 'people'],
      ['calculate', 'title', null, null, "concat(${street}, ' ', ${people})"],
    ],
    entities: [
      ['list_name', 'label'],
      ['houses', '${title}'],
    ],
  },

  'repeats with counts, tables and fields on one page': {
    survey: [
      ['type', 'name', 'label', 'appearance', 'repeat_count', 'calculation'],
      ['integer', 'size', 'Size'],
      ['begin_repeat', 'member', 'Member', 'field-list', '${size} + 1'],
      ['begin_repeat', 'visit', 'Visit', null, '3'],
      ['date', 'day', 'Day'],
      ['end_repeat'],
      ['end_repeat'],
      [],
      ['begin_group', 'table', 'Table', 'table-list'],
      ['select_one yes_no', 'water', 'Water'],
      ['select_one yes_no', 'light', 'Light'],
      ['end_group'],
      ['begin_group', 'page', null, 'field-list'],
      ['note', null, 'No name'],
      ['note', 'named', 'A name'],
      ['end_group'],
      ['calculate', 'days', null, null, null, 'count(${visit})'],
    ],
    choices: YES_NO,
  },

  'selects of all kinds': {
    survey: [
      ['type', 'name', 'label', 'choice_filter', 'parameters'],
      ['select_one region', 'region', 'Region'],
      ['select_one district', 'district', 'District', 'region = ${region}', 'randomize=true, seed=42'],
      ['select_multiple region or_other', 'more', 'More'],
      ['rank region', 'order', 'Order'],
      [
        'select_one_from_file places.csv',
        'place',
        'Place',
        "region = ${region} and size != 'small'",
        'value=code label=title',
      ],
      ['select_one_external village', 'village', 'Village', 'district = ${district}'],
      ['range', 'score', 'Score', null, 'start=0 end=5 step=0.5'],
    ],
    choices: [
      ['region', 'list_name', 'name', 'label', 'geometry'],
      [null, 'region', 'north', 'North', '33.5 36.3 0 0'],
      [null, 'region', 'south', 'South'],
      ['north', 'district', 'a', 'District A'],
      ['south', 'district', 'b', 'District B'],
      [null, 'unused', 'z', 'Nobody asks'],
    ],
    external_choices: [
      ['list_name', 'name', 'label', 'district'],
      ['village', 'v1', 'Village 1', 'a'],
      ['unused', 'v2', 'Village 2', 'b'],
    ],
  },

  'tags of OpenStreetMap': {
    survey: [
      ['type', 'name', 'label'],
      ['osm building_tags', 'building', 'Building'],
      ['select_one amenity', 'amenity', 'Amenity'],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['amenity', 'well', 'Well'],
    ],
    osm: [
      ['list_name', 'name', 'label'],
      ['building_tags', 'amenity', 'Amenity'],
      ['building_tags', 'addr:city', 'City'],
      ['amenity', 'school', 'School'],
      ['amenity', 'clinic', 'Clinic'],
    ],
  },

  'settings on the survey sheet': {
    survey: [
      ['type', 'name', 'label'],
      ['form_title', 'A title in a row'],
      ['form_id', 'id_in_a_row'],
      ['text', 'a', 'A'],
    ],
  },

  'settings of all kinds': {
    survey: [
      ['type', 'name', 'label'],
      ['text', 'a', 'A'],
    ],
    settings: [
      [
        'form_title',
        'form_id',
        'version',
        'style',
        'instance_name',
        'public_key',
        'submission_url',
        'allow_choice_duplicates',
        'my own',
      ],
      [
        'Settings',
        'settings_form',
        7,
        'pages theme-grid',
        "concat('x', ${a})",
        null,
        'https://example.org/submit',
        'yes',
        'x',
      ],
    ],
  },

  'comments, gaps and rows switched off': {
    survey: [
      ['type', 'name', 'label', 'disabled', 'notes of my own', null, 'relevant'],
      ['text', 'a', '  Blanks   in   the  middle ', null, 'ask twice', 'below no heading'],
      [],
      [null, null, null, null, 'only a comment'],
      ['text', 'b', 'B', 'yes', null, null, "${a} = 'x'"],
      [],
      [],
      ['text', 'c', 'Line\nbreak', 'no', null, null, "${a} != ''"],
    ],
  },

  'quotes, numbers, dates and booleans': {
    survey: [
      ['type', 'name', 'label', 'relevant', 'default', 'required', 'constraint'],
      ['select_one code', 'code', 'A “quoted” label', null, 1, true],
      ['integer', 'count', 'It’s a count', '${code} = ‘1’', 2, false, '. < 10.50'],
      ['decimal', 'share', 'Share', null, 0.25, null, '. >= 0'],
      ['date', 'day', 'Day', null, '2026-01-31'],
      ['text', 'mark', 3.5, '${count} > 1', '07'],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['code', 1, 1],
      ['code', 2.0, true],
      ['code', '03', new Date(Date.UTC(2026, 0, 31))],
    ],
  },

  'codes that a list has twice, on purpose': {
    survey: [
      ['type', 'name', 'label', 'choice_filter'],
      ['select_one place', 'place', 'Place', "side = 'left'"],
    ],
    choices: [
      ['list_name', 'side', 'name', 'label'],
      ['place', 'left', 'a', 'A left'],
      ['place', 'right', 'a', 'A right'],
    ],
    settings: [['allow_choice_duplicates'], ['yes']],
  },

  'attributes of other programs': {
    survey: [
      [
        'type',
        'name',
        'label',
        'bind::own:kind',
        'body::own:mask',
        'instance::hxl',
        'bind::jr:preload',
        'body::accept',
      ],
      ['text', 'a', 'A', 'x', '999', '#adm1'],
      ['file', 'b', 'B', null, null, null, null, 'application/pdf'],
    ],
    settings: [
      ['namespaces', 'attribute::own:made', 'name'],
      ['own="http://example.org/own"', 'today', 'root'],
    ],
  },

  'labels of a range, and audits': {
    survey: [
      ['type', 'name', 'label', 'parameters', 'trigger', 'calculation', 'default'],
      ['audit', 'audit', null, 'track-changes=true'],
      ['start', 'start'],
      ['range', 'feeling', 'How?', 'start=1 end=3 step=1 tick_labelset=ticks'],
      ['image', 'photo', 'Photo', 'max-pixels=640'],
      ['geotrace', 'way', 'Way', 'incremental=true'],
      ['calculate', 'changed', null, null, '${feeling}', 'now()'],
      ['datetime', 'when', 'When', null, null, null, 'now()'],
      ['text', 'again', 'Again', null, null, null, '${last-saved#again}'],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['ticks', '1', 'Bad'],
      ['ticks', '2', 'Fair'],
      ['ticks', '3', 'Good'],
    ],
  },
};
