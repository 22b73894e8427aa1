/**
 * What the value of a parameter must be. `column` is a column of a CSV file, `seed` a number or a reference to a question,
 * `labels` a code list, `geometry` a code list, file, entity list or repeat.
 */
export type ParameterValue =
  | { readonly kind: 'number' }
  | { readonly kind: 'whole'; readonly from?: number }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'app' | 'column' | 'seed' | 'labels' | 'geometry' };

export interface Parameter {
  readonly value: ParameterValue;
  /** Whether only the converter of ODK knows it (pyxform 4.5.0): pyxform 3.0.0, which KoboToolbox runs, refuses it. */
  readonly odkOnly?: boolean;
}

const number: Parameter = { value: { kind: 'number' } };
const whole: Parameter = { value: { kind: 'whole' } };
const natural: Parameter = { value: { kind: 'whole', from: 0 } };
const flag: Parameter = oneOf('true', 'false');
const column: Parameter = { value: { kind: 'column' } };
const geometry: Parameter = { value: { kind: 'geometry' }, odkOnly: true };
const newNumber: Parameter = { ...number, odkOnly: true };

function oneOf(...words: readonly string[]): Parameter {
  return { value: { kind: 'words', words } };
}

type Parameters = Readonly<Record<string, Parameter>>;

const select: Parameters = { randomize: flag, seed: { value: { kind: 'seed' } } };
const fromFile: Parameters = { ...select, value: column, label: column };
const line: Parameters = {
  // The converter takes nothing that means no.
  incremental: { ...oneOf('true', 'yes', 'true()'), odkOnly: true },
  'allow-mock-accuracy': flag,
  'reference-geometry': geometry,
};

/** The parameters of each question type that has any (xlsform.md 2.4); the converter ignores the cell at all others. */
const byType: Readonly<Record<string, Parameters>> = {
  text: { rows: whole },
  image: { 'max-pixels': whole, app: { value: { kind: 'app' } } },
  audio: { quality: oneOf('normal', 'low', 'voice-only', 'external') },
  'background-audio': { quality: oneOf('normal', 'low', 'voice-only') },
  geopoint: {
    'capture-accuracy': number,
    'warning-accuracy': number,
    'allow-mock-accuracy': flag,
    'reference-geometry': geometry,
  },
  geotrace: line,
  geoshape: line,
  range: {
    start: number,
    end: number,
    step: number,
    tick_interval: newNumber,
    tick_labelset: { value: { kind: 'labels' }, odkOnly: true },
    placeholder: newNumber,
  },
  select_one: select,
  select_multiple: select,
  select_one_external: select,
  rank: select,
  select_one_from_file: fromFile,
  select_multiple_from_file: fromFile,
  audit: {
    'location-priority': oneOf('no-power', 'low-power', 'balanced', 'high-accuracy'),
    'location-min-interval': natural,
    'location-max-age': natural,
    'track-changes': flag,
    'track-changes-reasons': oneOf('on-form-edit'),
    'identify-user': flag,
  },
};

export const typeParameters: ReadonlyMap<string, ReadonlyMap<string, Parameter>> = new Map(
  Object.entries(byType).map(([type, parameters]) => [type, new Map(Object.entries(parameters))]),
);

/** The parameters whose value keeps its capital letters; the converter reads all others in small letters. */
export const caseSensitiveParameters: ReadonlySet<string> = new Set(['value', 'label']);

/** What stands for a range parameter that is left out. */
export const rangeDefaults = { start: '1', end: '10', step: '1' } as const;
