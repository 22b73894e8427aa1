/** A value in words that are the same where the values are: numbers to 13 digits, for Java and V8 differ in the last of sines. */
export function words({ kind, value }) {
  if (kind === 'error') return 'cannot be evaluated';
  if (kind === 'stored') return `stored ${storedWords(value)}`;
  if (kind === 'number') return `number ${numberWords(Number(value))}`;
  return `${kind} ${JSON.stringify(value)}`;
}

function numberWords(value) {
  if (!Number.isFinite(value)) return String(value);
  return value === 0 ? '0' : String(Number(value.toPrecision(13)));
}

/** What is a number is compared as one: engines print them in several ways. */
function storedWords(text) {
  return /^-?(?:[\d.]+(?:[eE][-+]?\d+)?|Infinity)$/u.test(text) ? numberWords(Number(text)) : JSON.stringify(text);
}
