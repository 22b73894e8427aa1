import { isXmlName, toXmlName } from '../core/names.ts';
import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { foldPath, pathProblem } from '../formats/publish-path.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { written } from '../source/source-string.ts';

/** Forms get the names of their workbooks, or, where a dictionary cannot have that for a name, the nearest that is free. */
export interface FormNames {
  take(dictionary: Dictionary): { readonly dictionary: Dictionary; readonly diagnostics: readonly Diagnostic[] };
}

/** The names of files that are built are longer than the name of their form. */
const LONGEST = 200;

/** @param stems the names of all workbooks: one that can be kept is no other's */
export function createFormNames(stems: readonly string[]): FormNames {
  const taken = new Set(stems.filter(canStay).map(foldPath));
  return {
    take: (dictionary) => {
      const { report, diagnostics } = createCollector();
      const forms = [...dictionary.forms].map(([stem, form]) => {
        if (canStay(stem)) return [stem, form] as const;
        const name = freeName(stem, taken);
        taken.add(foldPath(name));
        const renamed = renameForm(form, name);
        const id = renamed.settings.get('form_id')?.string.text ?? '';
        report('form-renamed', form.origin.location, { workbook: stem, name, id });
        return [name, renamed] as const;
      });
      return { dictionary: { ...dictionary, forms: new Map(forms) }, diagnostics: diagnostics() };
    },
  };
}

function canStay(name: string): boolean {
  const isPlain = isXmlName(name) && name === name.normalize('NFC') && !(name in Object.prototype);
  return isPlain && pathProblem(`${name}.yaml`) === undefined && Buffer.byteLength(name) <= LONGEST;
}

function freeName(stem: string, taken: ReadonlySet<string>): string {
  const near = shortened(toXmlName(stem.normalize('NFC')));
  const base = canStay(near) ? near : `${near}_form`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}_${count}`;
    if (!taken.has(foldPath(name))) return name;
  }
}

function shortened(name: string): string {
  const letters = [...name];
  while (Buffer.byteLength(letters.join('')) > LONGEST - '_form_99'.length) letters.pop();
  return letters.join('');
}

/** Converters take the name of the file for the id of a form that says none; the id stays. */
function renameForm(form: Form, name: string): Form {
  const { location } = form.origin;
  const id = { ...form.name, string: written(form.name.string.text, location) };
  const settings = form.settings.has('form_id') ? form.settings : new Map([...form.settings, ['form_id', id] as const]);
  return { ...form, name: { ...form.name, string: written(name, location) }, settings };
}
