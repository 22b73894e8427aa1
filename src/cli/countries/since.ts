import { type CountryTouch, type PrintFindings, sinceJson, sinceText } from '../../printers/countries/since.ts';
import { labelIn } from '../../emit/countries/core-rows.ts';
import { touchedIn } from '../../diff/touched.ts';
import { facetsChanged, unreachedIn } from '../../diff/unreached.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { print } from '../../printers/printer.ts';
import { styleFor } from '../../printers/style.ts';
import { fails } from '../findings.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { openOther } from '../other-source.ts';
import { createProgress } from '../progress.ts';
import { openSource } from '../source.ts';
import { type CheckedCountry, countryChecker } from './check-country.ts';
import type { CountriesOptions } from './options.ts';
import { newFindings } from './new-findings.ts';
import { overCore } from './over-core.ts';
import { layered } from './project.ts';

/**
 * What the change of the core since another version does to countries: the layers as they are now over both cores.
 * @throws UsageError where one of them cannot be read
 */
export async function since(folder: string, named: string, options: CountriesOptions, host: Host): Promise<ExitCode> {
  if (options.out.length > 0)
    throw new UsageError('--out writes the matrix, which is of today only.', 'Leave out --since, or --out.');
  const tree = openSource(folder, host.cwd);
  const old = openOther(named, folder, host);
  if (old.workbook !== undefined)
    throw new UsageError('A workbook has no countries.', 'Name the folder of a dictionary, or git:REVISION.');
  const now = layered(tree, folder, options.country);
  const before = layered(overCore(old, tree), named, options.country);
  const [checkNow, checkBefore] = [countryChecker(now), countryChecker(before)];
  const changed = facetsChanged(before.core, now.core);
  const progress = createProgress(host);
  const touches = now.countries.map((country, at) => {
    progress.show(`comparing ${at + 1} of ${now.countries.length} countries: ${country.id}`);
    const earlier = before.countries.find(({ id }) => id === country.id);
    const checked = checkNow(country);
    return touchOf(checked, earlier && checkBefore(earlier), changed, now.core, tree.prefix);
  });
  progress.end();
  return tell(touches, options, host);
}

function touchOf(
  { id, dictionary, diagnostics }: CheckedCountry,
  before: CheckedCountry | undefined,
  changed: ReturnType<typeof facetsChanged>,
  core: Dictionary,
  prefix: string,
): CountryTouch {
  return {
    id,
    title: labelIn(dictionary?.country?.title, core),
    touched: dictionary && before?.dictionary ? touchedIn(before.dictionary, dictionary) : undefined,
    unreached: dictionary ? unreachedIn(dictionary, changed) : [],
    broken: newFindings(diagnostics, before?.diagnostics ?? [], prefix).filter(({ severity }) => severity !== 'info'),
  };
}

function tell(touches: readonly CountryTouch[], options: CountriesOptions, host: Host): ExitCode {
  const color = host.color && options.color;
  const how = { color, width: host.width, all: options.all };
  const printFindings: PrintFindings = (diagnostics) =>
    print(host.terminal ? 'pretty' : 'compact', { diagnostics }, how);
  host.out(options.format === 'json' ? sinceJson(touches) : sinceText(touches, styleFor(color), printFindings));
  const broken = touches.flatMap((touch) => touch.broken);
  return fails(broken, options.failOn) ? EXIT.findings : EXIT.clean;
}
