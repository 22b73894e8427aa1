// An interview in the words of those who write forms: what a scenario can say. Names are the names of questions; where
// one occurs more than once, a path (`/data/group/name`) or `in` says which.
import { childrenOf, descendants, isEntry, isRepeat, nameOf, named, nearest, referenceOf } from './nodes.mjs';

const SELECTS = new Set(['select', 'rank']);
const ANSWERED = new Set(['input', 'range', 'trigger', 'upload', ...SELECTS]);

/** A scenario asked for something that the form does not have or does not take. */
export class FormError extends Error {
  name = 'FormError';
}

export class Form {
  #root;
  #scope;
  #title;

  constructor(root, title, scope = root) {
    this.#root = root;
    this.#scope = scope;
    this.#title = title;
  }

  /** Gives a value to a question that is shown: number, text, ISO date; a code or codes to a select. */
  answer(name, value) {
    const node = this.#answerable(name);
    if (SELECTS.has(node.nodeType)) return this.choose(name, [value].flat());
    node.setValue(value);
    const wanted = value !== '' && value !== null && value !== false;
    if (wanted && node.currentState.instanceValue === '')
      this.#refuse(`${name} does not take ${JSON.stringify(value)}`);
    return this;
  }

  /** Selects exactly these codes, each of which must be on offer now. */
  choose(name, codes) {
    const node = this.#answerable(name);
    if (!SELECTS.has(node.nodeType)) this.#refuse(`${name} is no select: use answer`);
    const offered = node.currentState.valueOptions.map((option) => option.value);
    const unknown = codes.filter((code) => !offered.includes(code));
    if (unknown.length > 0)
      this.#refuse(`${name} does not offer ${unknown.join(', ')} now; it offers: ${offered.join(', ')}`);
    if (node.selectType === 'select1' && codes.length > 1)
      this.#refuse(`${name} takes one code, not ${codes.join(', ')}`);
    if (node.nodeType === 'rank') node.setValues(codes);
    else node.selectValues(codes);
    return this;
  }

  clear(name) {
    return SELECTS.has(this.#find(name).nodeType) ? this.choose(name, []) : this.answer(name, '');
  }

  isRelevant(name) {
    return this.#find(name).currentState.relevant;
  }

  isRequired(name) {
    return this.#find(name).currentState.required;
  }

  /** The value as a submission carries it: text, '' where there is none; codes separated by blanks. */
  value(name) {
    const { instanceValue } = this.#find(name).currentState;
    if (instanceValue === undefined) this.#refuse(`${name} is a group or repeat and has no value`);
    return instanceValue;
  }

  /** The label in the language that is on. */
  label(name) {
    return textOf(this.#find(name).currentState.label);
  }

  hint(name) {
    return textOf(this.#find(name).currentState.hint);
  }

  /** The codes on offer now, in order. */
  options(name) {
    return this.#options(name).map((option) => option.value);
  }

  optionLabel(name, code) {
    const option = this.#options(name).find(({ value }) => value === code);
    return option === undefined ? this.#refuse(`${name} does not offer ${code} now`) : textOf(option.label);
  }

  /** Each text that the form has in the language that is on, with what it is a text of: `hh_size hint`, `sex female`. */
  texts() {
    return descendants(this.#root).flatMap((node) => {
      const { label, hint, valueOptions } = node.currentState;
      const codes = (valueOptions ?? []).map((option) => [`${nameOf(node)} ${option.value}`, textOf(option.label)]);
      const own = [
        [`${nameOf(node)} label`, textOf(label)],
        [`${nameOf(node)} hint`, textOf(hint)],
      ];
      return [...own.filter(([, text]) => text !== null), ...codes];
    });
  }

  /** The message that keeps an answer out, `(required)` or `(constraint)` where the form has no message, else null. */
  violation(name) {
    const { violation } = this.#find(name).validationState;
    return violation ? messageOf(violation) : null;
  }

  /** All messages, by path. */
  violations() {
    const { violations } = this.#root.validationState;
    return Object.fromEntries(violations.map(({ reference, violation }) => [reference, messageOf(violation)]));
  }

  /** The names of the required questions that are shown and still empty, in order. */
  unanswered() {
    const { violations } = this.#root.validationState;
    const empty = violations.filter(({ violation }) => violation.condition === 'required');
    return empty.map(({ reference }) => reference.split('/').pop());
  }

  /** What the last calculation of the form says: the stamp, where the form has one. */
  stamp() {
    const calculated = childrenOf(this.#root).filter(({ nodeType }) => nodeType === 'model-value');
    return calculated.at(-1)?.currentState.instanceValue ?? '';
  }

  /** The number of entries of a repeat. */
  repeats(name) {
    return childrenOf(this.#repeat(name)).length;
  }

  addRepeat(name) {
    const repeat = this.#repeat(name);
    if (repeat.addInstances === undefined) this.#refuse(`the form itself counts the entries of ${name}`);
    repeat.addInstances();
    return this;
  }

  /** The same words inside one entry of a repeat; entries count from 1. */
  in(name, number) {
    const entries = childrenOf(this.#repeat(name));
    const entry = entries[number - 1];
    if (entry === undefined) this.#refuse(`${name} has ${entries.length} entries, not ${number}`);
    return new Form(this.#root, this.#title, entry);
  }

  /** Switches the language, named as in the workbook's headers: `English (en)`. */
  language(name) {
    const wanted = this.#root.languages.find(({ language }) => language === name);
    const known = this.#root.languages.map(({ language }) => language).join(', ');
    if (wanted === undefined) this.#refuse(`no language ${name}; the form has ${known}`);
    this.#root.setLanguage(wanted);
    return this;
  }

  /** The XML that a server would get; an interview with violations cannot be sent. */
  async submission() {
    const payload = await this.#root.prepareInstancePayload({ payloadType: 'monolithic' });
    if (payload.status !== 'ready') this.#refuse(`the interview cannot be sent: ${JSON.stringify(this.violations())}`);
    return payload.data[0].get('xml_submission_file').text();
  }

  /** The XML of the interview as it stands, answered in full or not; null where an answer breaks its constraint. */
  async record() {
    const { violations } = this.#root.validationState;
    if (violations.some(({ violation }) => violation.condition !== 'required')) return null;
    const payload = await this.#root.prepareInstancePayload({ payloadType: 'monolithic' });
    return payload.data[0].get('xml_submission_file').text();
  }

  #options(name) {
    return this.#find(name).currentState.valueOptions ?? this.#refuse(`${name} is no select and has no options`);
  }

  #answerable(name) {
    const node = this.#find(name);
    if (!ANSWERED.has(node.nodeType)) this.#refuse(`${name} is a ${node.nodeType}: nobody answers it`);
    if (!node.currentState.relevant) this.#refuse(`${name} cannot be answered: it is not relevant now`);
    if (node.currentState.readonly) this.#refuse(`${name} cannot be answered: it is read-only`);
    return node;
  }

  #repeat(name) {
    const found = this.#find(name);
    return isRepeat(found) ? found : this.#refuse(`${name} is no repeat`);
  }

  #find(name) {
    const all = descendants(this.#scope).filter((node) => !isEntry(node));
    const found = named(all, name);
    if (found.length === 1) return found[0];
    if (found.length > 1) this.#refuse(`${name} is there ${found.length} times: ${found.map(referenceOf).join(', ')}`);
    const guess = nearest(name, all.map(nameOf));
    return this.#refuse(`no question named ${name}${guess === null ? '' : `; did you mean ${guess}?`}`);
  }

  #refuse(message) {
    const place = this.#scope === this.#root ? '' : ` in ${referenceOf(this.#scope)}`;
    throw new FormError(`form ${this.#title}${place}: ${message}`);
  }
}

function textOf(range) {
  return range === null || range === undefined ? null : range.asString.trim();
}

function messageOf({ condition, message }) {
  return textOf(message) ?? `(${condition})`;
}
