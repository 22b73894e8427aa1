/** The name of the last calculate of a built form, which tells of a submission which form made it. */
export const STAMP = 'lexiform_stamp';

/** The outermost element of a form whose settings name none (pyxform). */
export const ROOT = 'data';

/** The group of every form that holds its id, its name and the audit (ODK XForms specification, metadata). */
export const META = 'meta';

/** The sheets that XLSForm reads, which the compiler writes itself. */
export const xlsformSheets = ['survey', 'choices', 'settings', 'external_choices', 'entities', 'osm'] as const;
export type XlsformSheet = (typeof xlsformSheets)[number];

/** The files that select_one_from_file and select_multiple_from_file read, with exactly one ending (pyxform 4.5.0). */
export const listFileEndings = ['.csv', '.xml', '.geojson'] as const;

/**
 * Keys of a submission that servers add, and that say something about an answer: no answers, and no slips of a name. None
 * adds `__proto__`, which somebody put there who means harm.
 */
export const keyOfServer = /^_(?!_proto__$)|^meta\/|^formhub\/|^meta$|^@|@odata/;
