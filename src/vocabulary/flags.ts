const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['Yes', true],
  ['YES', true],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['true()', true],
  ['no', false],
  ['No', false],
  ['NO', false],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['false()', false],
]);

/** yes and no in the spellings that pyxform takes, or undefined for anything else. */
export function flagOf(text: string): boolean | undefined {
  return FLAGS.get(text);
}
