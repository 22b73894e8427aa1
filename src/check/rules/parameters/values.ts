import { decimalOf } from '../../../core/decimal.ts';
import { isXmlName } from '../../../core/names.ts';
import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { listed } from '../../../diagnostics/quote.ts';
import { findReferences } from '../../../expression/reference-text.ts';
import type { ParameterPair } from '../../../model/parameters.ts';
import type { ParameterValue } from '../../../vocabulary/parameters.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { refusedBy } from '../../rule-set.ts';
import { placeOfValue, typedValue, type WrittenParameters } from './written.ts';

const APP = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;

/** Whether a value is of the kind that its parameter takes. Whether a list is there needs the form. */
export function checkValue(
  pair: ParameterPair,
  kind: ParameterValue,
  written: WrittenParameters,
  profiles: readonly Profile[],
  report: Report,
): void {
  const refuses = refusesValue(kind, pair.value);
  const severity = refuses === 'every' ? 'error' : refuses && refusedBy(refuses, profiles);
  if (!severity) return;
  report(
    'parameter-value',
    placeOfValue(written, pair),
    {
      name: pair.key,
      value: typedValue(written, pair),
      expected: expected(kind),
      suggestion: kind.kind === 'words' ? suggest(pair.value, kind.words) : undefined,
    },
    { severity },
  );
}

/** Who refuses a value: every converter, only that of one profile, or none. */
function refusesValue(kind: ParameterValue, value: string): 'every' | 'odk' | 'kobo' | undefined {
  if (accepts(kind, value)) return undefined;
  // pyxform 3.0.0 takes whatever begins with a reference, and 4.5.0 names such as `addr:city`.
  if (kind.kind === 'seed' && value.startsWith('${')) return 'odk';
  return kind.kind === 'column' && /^[^:]+:[^:]+$/.test(value) && value.split(':').every(isXmlName) ? 'kobo' : 'every';
}

function accepts(kind: ParameterValue, value: string): boolean {
  switch (kind.kind) {
    case 'number':
      return decimalOf(value) !== undefined;
    case 'whole':
      return /^[+-]?\d{1,400}$/.test(value) && (kind.from === undefined || Number(value) >= kind.from);
    case 'words':
      return kind.words.includes(value);
    case 'app':
      return APP.test(value);
    case 'column':
      return isXmlName(value);
    case 'seed':
      return decimalOf(value) !== undefined || isReference(value);
    case 'labels':
    case 'geometry':
      return true;
  }
}

/** Whether a text is one `${name}` and nothing else, well formed or reported as not. */
export function isReference(text: string): boolean {
  const [first] = findReferences(text);
  return first?.span.start === 0 && first.span.end === text.length;
}

function expected(kind: ParameterValue): string {
  switch (kind.kind) {
    case 'number':
      return 'a number, with a point for decimals';
    case 'whole':
      return kind.from === undefined ? 'a whole number' : `a whole number of at least ${kind.from}`;
    case 'words':
      return listed(kind.words, 'or');
    case 'app':
      return 'the name of an Android app, such as org.example.camera';
    case 'column':
      return 'the name of a column of the file, which has letters, digits, _, - and . only';
    case 'seed':
      return 'a number or one question, such as ${household_number}';
    case 'labels':
    case 'geometry':
      return 'a code list';
  }
}
