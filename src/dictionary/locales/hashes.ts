/** The key of a locale file under which stand the hashes of the texts that were translated. */
export const HASHES = 'sources';
