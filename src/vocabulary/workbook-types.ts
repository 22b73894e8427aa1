import type { SectionType } from './types.ts';

/**
 * What a cell of the column `type` can say in a workbook, as pyxform 4.5.0 reads it (xlsform.md 2.2). Only spellings that
 * make exactly the same form are listed; any other stays as it is written.
 */
export const workbookTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    text: ['string', 'q string', 'add text prompt'],
    integer: ['int', 'q int', 'add integer prompt'],
    decimal: ['q decimal', 'add decimal prompt'],
    date: ['q date', 'add date prompt'],
    dateTime: ['datetime', 'date time', 'q date time', 'q dateTime', 'add date time prompt', 'add dateTime prompt'],
    note: ['q note', 'add note prompt'],
    geopoint: ['gps', 'location', 'q geopoint', 'q location', 'add location prompt'],
    geotrace: ['q geotrace'],
    geoshape: ['q geoshape'],
    image: ['photo', 'add image prompt', 'add photo prompt'],
    audio: ['q audio', 'add audio prompt'],
    video: ['q video', 'add video prompt'],
    file: ['add file prompt'],
    barcode: ['q barcode', 'add barcode prompt'],
    acknowledge: ['q acknowledge', 'add acknowledge prompt'],
    start: ['start time', 'get start time'],
    end: ['end time', 'get end time'],
    today: ['get today'],
    deviceid: ['imei', 'device id', 'get device id'],
    phonenumber: ['get phone number'],
    simserial: ['sim id', 'get sim id'],
    subscriberid: ['subscriber id', 'get subscriber id'],
  }).flatMap(([type, spellings]) => spellings.map((spelling) => [spelling, type] as const)),
);

/** The words before the name of a list or file, with the present word for them. */
const SELECTS: Readonly<Record<string, string>> = {
  'add select one prompt using': 'select_one',
  'add select multiple prompt using': 'select_multiple',
  'select all that apply from': 'select_multiple',
  'select one from file': 'select_one_from_file',
  'select multiple from file': 'select_multiple_from_file',
  'select one from': 'select_one',
  select1: 'select_one',
  'select one': 'select_one',
  'select all that apply': 'select_multiple',
};

const SELECT = new RegExp(`^(${Object.keys(SELECTS).join('|')}) (\\S+)( (?:or specify other|or_other|or other))?$`);

/** `select_one sex or_other` for `select one from sex or specify other`; nothing where it is no old spelling of a select. */
export function presentSelect(type: string): string | undefined {
  const [, word = '', list, other] = SELECT.exec(type) ?? [];
  return list === undefined ? undefined : `${SELECTS[word]} ${list}${other === undefined ? '' : ' or_other'}`;
}

/** A row that opens or closes a section. */
export interface SectionRow {
  readonly end: boolean;
  readonly type: SectionType;
  /** The list of a loop. */
  readonly list: string | undefined;
}

const SECTIONS: ReadonlyMap<string, SectionType> = new Map<string, SectionType>([
  ['group', 'group'],
  ['repeat', 'repeat'],
  ['lgroup', 'repeat'],
  ['looped group', 'repeat'],
  ['loop', 'loop'],
  ['kobomatrix', 'kobomatrix'],
  ['score', 'score'],
  ['rank', 'rank'],
]);

const SECTION = new RegExp(`^(begin|end)[\\s_](${[...SECTIONS.keys()].join('|')})(?: (?:over )?(\\S+))?$`);

/** What a type says about sections; KoboToolbox's own ones are read as well. */
export function sectionRow(type: string): SectionRow | undefined {
  const [, edge, word = '', list] = SECTION.exec(type) ?? [];
  const section = SECTIONS.get(word);
  if (!section || (edge === 'end' && list !== undefined)) return undefined;
  // The converter passes over a list behind any other section.
  return { end: edge === 'end', type: section, list: section === 'loop' ? list : undefined };
}
