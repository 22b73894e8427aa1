// XForms as text, made alike in what carries no meaning: the order of attributes, and the numbers of rows in names that
// pyxform makes up. Everything else counts: elements and their order, texts, white space. No parser reads them, because
// forms with prefixes that nobody declared are converted too.

const TAG = /<[A-Za-z][^\s/>]*(?:\s+[^\s=>]+="[^"]*")+\s*\/?>/gu;
const ATTRIBUTE = /[^\s=]+="[^"]*"/gu;
/** pyxform 3.0.0 and 4.5.0 number these by the row of their group, which moves where rows were left out. */
const MADE_UP = /\b(generated_table_list_label_|reserved_name_for_field_list_labels_)(\d+)/gu;
const CONTEXT = 60;

/** An XForm as it is compared. */
export function canonical(xform) {
  return numbered(xform.replaceAll(TAG, sorted));
}

/** Where two canonical XForms part, for people; null where they do not. */
export function difference(expected, actual) {
  if (expected === actual) return null;
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at += 1;
  return { expected: around(expected, at), actual: around(actual, at) };
}

function sorted(tag) {
  const attributes = tag.match(ATTRIBUTE).toSorted();
  let next = 0;
  return tag.replaceAll(ATTRIBUTE, () => attributes[next++]);
}

/** Rows by their order instead of their numbers. */
function numbered(text) {
  const known = new Map();
  return text.replaceAll(MADE_UP, (_whole, name, row) => {
    if (!known.has(row)) known.set(row, known.size + 1);
    return `${name}${known.get(row)}`;
  });
}

function around(text, at) {
  return text
    .slice(Math.max(0, at - CONTEXT), at + CONTEXT)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
