/** What a workbook must suit. `xlsform` is as written: nothing is adapted or added. */
export const profiles = ['kobo', 'odk', 'xlsform'] as const;
export type Profile = (typeof profiles)[number];

export function isProfile(word: string): word is Profile {
  return profiles.some((profile) => profile === word);
}

/** Above this number of codes a list travels as a CSV file, unless the dictionary says otherwise. */
export const INLINE_CODES = 500;
