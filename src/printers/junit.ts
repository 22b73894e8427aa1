import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { subjectOf } from './fingerprint.ts';
import type { PrintInput, PrintOptions } from './input.ts';
import { fileName, placeOf } from './place.ts';
import { sentence } from './safe-text.ts';
import { groupBy } from './summary.ts';
import { element, text } from './xml.ts';

/** JUnit's XML: a suite a file and a case a finding. Errors fail; warnings and infos are skipped cases with a message. */
export function printJunit({ diagnostics }: PrintInput, options: PrintOptions): string {
  const time = options.elapsed === undefined ? {} : { time: (options.elapsed / 1000).toFixed(3) };
  const files = groupBy(diagnostics, (found) => fileName(found.location));
  const suites = Array.from(files, ([file, found]) => suite(file, found));
  const rows = element(
    'testsuites',
    { name: 'lexiform', ...counts(diagnostics), ...time },
    suites.length > 0 ? suites : [CLEAN],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rows}\n`;
}

/** Servers take a report without a case for a broken run. */
const CLEAN = element('testsuite', { name: 'lexiform', tests: '1', failures: '0', skipped: '0', errors: '0' }, [
  element('testcase', { name: 'no findings', classname: 'lexiform' }),
]);

function suite(file: string, diagnostics: readonly Diagnostic[]): string {
  return element(
    'testsuite',
    { name: file, ...counts(diagnostics) },
    diagnostics.map((found) => testCase(file, found)),
  );
}

function counts(diagnostics: readonly Diagnostic[]): Readonly<Record<string, string>> {
  const failures = diagnostics.filter((found) => found.severity === 'error').length;
  const skipped = diagnostics.length - failures;
  const tests = Math.max(diagnostics.length, 1);
  return { tests: String(tests), failures: String(failures), skipped: String(skipped), errors: '0' };
}

function testCase(file: string, diagnostic: Diagnostic): string {
  const { rule, severity, message, why, help, location } = diagnostic;
  const name = `${rule}: ${sentence(subjectOf(diagnostic))}`;
  const lines = [`${placeOf(location)}: ${severity} ${rule}`, message, why, help].map(sentence);
  const outcome =
    severity === 'error'
      ? text('failure', { type: rule, message: sentence(message) }, lines.join('\n'))
      : text('skipped', { message: `${severity}: ${sentence(message)}` }, lines.join('\n'));
  return element('testcase', { name, classname: file }, [outcome]);
}
