/** The Python of an environment that holds exactly this version of pyxform. */
export function ensureConverter(version: string): Promise<string>;
