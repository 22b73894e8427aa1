// What a record says, beside what the form engine makes of it.
import { descendants, referenceOf } from './nodes.mjs';

/** Written anew by whoever edits a submission. */
const NEW_AT_EDIT = /\/meta\/(?:instanceID|deprecatedID)$|\/end$/u;

/** @returns a line for each thing that is not as the record has it */
export function differences(record, form, root) {
  const answers = new Map(answersOf(record, form, `/${form.name}`));
  const wrong = root.validationState.violations.map(
    ({ reference, violation }) => `${reference} violates its ${violation.condition}: ${answers.get(reference) ?? ''}`,
  );
  const seen = new Set();
  for (const node of descendants(root)) {
    const { instanceValue, relevant } = node.currentState;
    const reference = referenceOf(node);
    if (typeof instanceValue !== 'string' || NEW_AT_EDIT.test(reference)) continue;
    seen.add(reference);
    const answer = answers.get(reference) ?? '';
    if (relevant === false && answer !== '') wrong.push(`${reference} is not relevant, and answered: ${answer}`);
    else if (relevant !== false && !isSame(answer, instanceValue))
      wrong.push(`${reference} is ${instanceValue}, and in the record: ${answer}`);
  }
  for (const [reference, answer] of answers)
    if (!seen.has(reference) && !NEW_AT_EDIT.test(reference)) wrong.push(`${reference} is not there: ${answer}`);
  return wrong;
}

/** The answers of a record by the references that the engine has: entries are numbered. */
function answersOf(entry, node, reference) {
  return node.children.flatMap((child) => {
    const here = `${reference}/${child.name}`;
    if (child.kind === 'group') return answersOf(entry, child, here);
    if (child.kind === 'repeat')
      return (entry[child.path] ?? []).flatMap((each, index) => answersOf(each, child, `${here}[${index + 1}]`));
    return entry[child.path] === undefined ? [] : [[here, entry[child.path]]];
  });
}

/**
 * Numbers are the same however they are written. A moment that is stored as a text is the day alone in Collect, whose rules
 * are ours, and the day with its time in Web Forms.
 */
function isSame(ours, theirs) {
  if (ours === theirs) return true;
  if (/^\d{4}-\d\d-\d\d$/u.test(ours)) return theirs.startsWith(`${ours}T`);
  if (ours === '' || theirs === '') return false;
  const [one, other] = [ours, theirs].map((text) => text.split(/[ ;]+/u).map(Number));
  return one.length === other.length && one.every((number, index) => number === other[index]);
}
