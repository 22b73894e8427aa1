import type { Binary, Call, Expression } from '../../../expression/tree.ts';

/** What is known of a form while it is asked which of its conditions hold only after consent. */
export interface Consent {
  /** The names under which the form asks for consent. */
  readonly names: ReadonlySet<string>;
  /** The answer that gives it. */
  readonly value: string;
  /** The only other answer, where one of the two must be given. */
  readonly refusal: string | undefined;
  /** Whether a question has an answer only after consent. */
  isBlankWithout(name: string): boolean;
  /** How a value is computed, where one is. */
  calculation(name: string): Expression | undefined;
}

/** Calculations that build on calculations are followed this far. */
const DEEPEST = 10;

/**
 * Whether a condition that comes out as `outcome` assures that consent was given. It errs on one side: what it cannot see
 * through does not assure it.
 */
export function assures(tree: Expression, outcome: boolean, consent: Consent, depth = 0): boolean {
  switch (tree.kind) {
    case 'group':
      return assures(tree.inner, outcome, consent, depth);
    case 'call':
      return callAssures(tree, outcome, consent, depth);
    case 'binary':
      return binaryAssures(tree, outcome, consent, depth);
    default:
      return false;
  }
}

function callAssures({ name, args }: Call, outcome: boolean, consent: Consent, depth: number): boolean {
  const [first, second] = args;
  // What can never be is assured by anything.
  if (name === 'false') return outcome;
  if (name === 'true') return !outcome;
  if (name === 'not') return first !== undefined && assures(first, !outcome, consent, depth);
  if (name !== 'selected' || !first || !second || wordOf(second) === '') return false;
  return equalityAssures(first, second, outcome, consent, depth);
}

function binaryAssures(tree: Binary, outcome: boolean, consent: Consent, depth: number): boolean {
  const { operator, left, right } = tree;
  const one = (): boolean => assures(left, outcome, consent, depth);
  const other = (): boolean => assures(right, outcome, consent, depth);
  switch (operator) {
    case 'and':
      return outcome ? one() || other() : one() && other();
    case 'or':
      return outcome ? one() && other() : one() || other();
    case '=':
    case '!=': {
      const equal = (operator === '=') === outcome;
      return equalityAssures(left, right, equal, consent, depth) || equalityAssures(right, left, equal, consent, depth);
    }
    case '>':
    case '>=':
      return outcome && exceeds(left, right, operator === '>', consent, depth);
    case '<':
    case '<=':
      return outcome && exceeds(right, left, operator === '<', consent, depth);
    default:
      return false;
  }
}

/** Whether `value` being the literal, or not being it, assures consent. */
function equalityAssures(
  value: Expression,
  literal: Expression,
  equal: boolean,
  consent: Consent,
  depth: number,
): boolean {
  const word = wordOf(literal);
  if (word === undefined) return false;
  if (isConsent(value, consent)) return equal ? word === consent.value : word === consent.refusal;
  return equal ? !canBe(value, word, consent, depth) : word === '' && isBlank(value, consent, depth);
}

/** A blank or 0 is not over 0, and nothing at all is under or over a blank. */
function exceeds(over: Expression, under: Expression, strictly: boolean, consent: Consent, depth: number): boolean {
  if (isBlank(over, consent, depth) || isBlank(under, consent, depth)) return true;
  const limit = under.kind === 'number' ? under.value : undefined;
  if (limit === undefined || !isNought(over, consent, depth)) return false;
  return strictly ? limit >= 0 : limit > 0;
}

/** Whether a value can be this word although consent was not given. */
function canBe(value: Expression, word: string, consent: Consent, depth: number): boolean {
  if (value.kind === 'group') return canBe(value.inner, word, consent, depth);
  const literal = wordOf(value);
  if (literal !== undefined) return literal === word || isSameNumber(literal, word);
  if (word !== '' && isBlank(value, consent, depth)) return false;
  if (Number(word) > 0 && isNought(value, consent, depth)) return false;
  if (value.kind === 'call' && value.name === 'if') {
    const [condition, yes, no] = value.args;
    if (!condition || !yes || !no) return true;
    return (
      (!assures(condition, true, consent, depth) && canBe(yes, word, consent, depth)) ||
      (!assures(condition, false, consent, depth) && canBe(no, word, consent, depth))
    );
  }
  const calculation = calculationOf(value, consent, depth);
  return calculation === undefined || canBe(calculation, word, consent, depth + 1);
}

function isSameNumber(one: string, other: string): boolean {
  return one !== '' && other !== '' && Number(one) === Number(other);
}

/** Whether a value is blank unless consent was given. */
function isBlank(value: Expression, consent: Consent, depth: number): boolean {
  switch (value.kind) {
    case 'group':
      return isBlank(value.inner, consent, depth);
    case 'string':
      return value.value === '';
    case 'reference': {
      if (value.lastSaved) return false;
      if (consent.isBlankWithout(value.name)) return true;
      const calculation = calculationOf(value, consent, depth);
      return calculation !== undefined && isBlank(calculation, consent, depth + 1);
    }
    case 'call':
      return isBlankCall(value, consent, depth);
    default:
      return false;
  }
}

const BLANK_OF_FIRST: ReadonlySet<string> = new Set(['once', 'string', 'normalize-space', 'indexed-repeat']);
const BLANK_OF_ALL: ReadonlySet<string> = new Set(['concat', 'coalesce']);

function isBlankCall({ name, args }: Call, consent: Consent, depth: number): boolean {
  const [first, second, third] = args;
  if (!first) return false;
  if (BLANK_OF_FIRST.has(name)) return isBlank(first, consent, depth);
  if (BLANK_OF_ALL.has(name)) return args.every((arg) => isBlank(arg, consent, depth));
  if (name !== 'if' || !second || !third) return false;
  return (
    (assures(first, true, consent, depth) || isBlank(second, consent, depth)) &&
    (assures(first, false, consent, depth) || isBlank(third, consent, depth))
  );
}

const NOUGHT_OF_BLANK: ReadonlySet<string> = new Set(['count-selected', 'string-length', 'number', 'int']);

/** Whether a number is 0 or none at all unless consent was given. */
export function isNought(value: Expression, consent: Consent, depth = 0): boolean {
  if (value.kind === 'group') return isNought(value.inner, consent, depth);
  if (value.kind === 'number') return value.value === 0;
  if (isBlank(value, consent, depth)) return true;
  if (value.kind !== 'call') return false;
  const [first, second, third] = value.args;
  if (!first) return false;
  if (NOUGHT_OF_BLANK.has(value.name)) return isNought(first, consent, depth) && isBlank(first, consent, depth);
  if (value.name !== 'if' || !second || !third) return false;
  return (
    (assures(first, true, consent, depth) || isNought(second, consent, depth)) &&
    (assures(first, false, consent, depth) || isNought(third, consent, depth))
  );
}

function isConsent(value: Expression, consent: Consent): boolean {
  if (value.kind === 'group') return isConsent(value.inner, consent);
  return value.kind === 'reference' && !value.lastSaved && consent.names.has(value.name);
}

function calculationOf(value: Expression, consent: Consent, depth: number): Expression | undefined {
  const known = value.kind === 'reference' && !value.lastSaved && depth < DEEPEST;
  return known ? consent.calculation(value.name) : undefined;
}

/** A quoted text or a number, as a text. */
function wordOf(literal: Expression): string | undefined {
  if (literal.kind === 'group') return wordOf(literal.inner);
  if (literal.kind === 'string') return literal.value;
  return literal.kind === 'number' ? String(literal.value) : undefined;
}
