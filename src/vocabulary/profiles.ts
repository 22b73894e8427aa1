/** What a workbook must suit. `xlsform` is as written: nothing is adapted or added. */
export const profiles = ['kobo', 'odk', 'xlsform'] as const;
export type Profile = (typeof profiles)[number];

export function isProfile(word: string): word is Profile {
  return profiles.some((profile) => profile === word);
}

/** Above this number of codes a list travels as a CSV file, unless the dictionary says otherwise. */
export const INLINE_CODES = 500;

/**
 * Whether the workbooks of a profile carry a column. KoboToolbox takes one with a colon for a translation, unless it is an
 * attribute of bind, body or media, or has two groups of colons (kobo-api.md 0, 5).
 */
export function isWritten(header: string, profile: Profile): boolean {
  if (profile !== 'kobo' || !header.includes(':')) return true;
  return /^(bind|body|control|media):/.test(header) || /^\w+::\w+:/.test(header);
}
