/** Milliseconds without a byte. */
export const TIMEOUT = 60_000;

/** Bytes of a reply: a thousand submissions are far below. */
export const LARGEST = 256 * 1024 * 1024;

/** How often a request is sent again. */
export const RETRIES = 4;

/** Milliseconds of the first pause. */
export const PAUSE = 1000;

/** Milliseconds that a server may ask for. */
export const LONGEST_PAUSE = 120_000;
