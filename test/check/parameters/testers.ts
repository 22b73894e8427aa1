import { reading, type Tester } from '../../support/tester.ts';

function forProfiles(profiles: string): Tester {
  const manifest = `lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [${profiles}]\n`;
  return reading.with({ 'dictionary.yaml': manifest, 'media/f.csv': 'name,label\na,A\n' }).checked();
}

/** Dictionaries for both servers, for one of them, and for workbooks as they are written. */
export const both = forProfiles('kobo, odk');
export const odk = forProfiles('odk');
export const kobo = forProfiles('kobo');
export const asWritten = forProfiles('xlsform');
