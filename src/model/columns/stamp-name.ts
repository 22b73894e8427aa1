/** The name of the last calculate, which tells of a submission which form made it. */
export const STAMP = 'lexiform_stamp';
