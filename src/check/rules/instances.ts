import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { instanceNames, mayNameInstances } from '../../expression/references.ts';
import { baseName, instanceName, loadedFile } from '../../model/deliver/instances.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { gather } from '../../model/walk.ts';
import { locate } from '../../source/source-string.ts';
import { itemReadings, type Reading } from '../readings.ts';

const LAST_SAVED = '__last-saved';

/** The columns in which pyxform looks for files to load, and for the last record. */
const LOADING = new Set(['calculation', 'choice_filter', 'constraint', 'default', 'read_only', 'relevant', 'required']);

/** What the expressions of a form can read by a name. */
export interface Instances {
  /** What `instance('…')` finds. */
  readonly loaded: ReadonlySet<string>;
  /** What `pulldata('…')` finds: it loads attached files by itself. */
  readonly pulled: ReadonlySet<string>;
  /** Whether no other file can be attached: what is uploaded beside a workbook is not known here. */
  readonly complete: boolean;
  /** Attached files, by the names that expressions have for them. */
  readonly attached: ReadonlyMap<string, string>;
}

export function instancesIn(form: Form, { codeLists, files }: Dictionary): Instances {
  const attached = new Map(
    form.attachments.map(({ file }) => [instanceName(file.string.text), baseName(file.string.text)]),
  );
  const lists = [...codeLists.keys()];
  return {
    loaded: new Set([...lists, ...loadedBy(form)]),
    pulled: new Set([...lists, ...attached.keys(), ...ofTypes(form.items)]),
    complete: files.complete,
    attached,
  };
}

/** What the questions of a form load: the files of their types and of `pulldata`, and the last record. */
export function loadedBy({ items }: Form): readonly string[] {
  return [...ofTypes(items), ...ofExpressions(items)];
}

const ofTypes = gather((item) => {
  const loaded = loadedFile(item);
  return loaded ? [loaded.instance] : [];
});

/** pyxform looks for references to the last record in questions only, and makes one for a computed `repeat_count`. */
const ofExpressions = gather((item) =>
  itemReadings(item)
    .filter(({ key, string }) => LOADING.has(key) || (key === 'repeat_count' && !isReference(string.text)))
    .flatMap(({ key, tree, references, string }) => [
      ...(references.some(({ lastSaved }) => lastSaved) && (item.kind === 'question' || key === 'repeat_count')
        ? [LAST_SAVED]
        : []),
      ...(tree && mayNameInstances(string.text) ? instanceNames(tree) : []).flatMap(({ name, call }) =>
        call.name === 'pulldata' ? [name] : [],
      ),
    ]),
);

/** pyxform makes a calculate of every other `repeat_count`, and looks into that. */
function isReference(text: string): boolean {
  return /^\s*\$\{[^}]*\}\s*$/.test(text);
}

export function checkInstances(reading: Reading, instances: Instances, report: Report): void {
  const { tree, string } = reading;
  if (!instances.loaded.has(LAST_SAVED)) checkSaved(reading, report);
  for (const { name, span, call } of tree && mayNameInstances(string.text) ? instanceNames(tree) : []) {
    const known = call.name === 'pulldata' ? instances.pulled : instances.loaded;
    if (known.has(name) || (call.name === 'pulldata' && !instances.complete)) continue;
    const file = instances.attached.get(name);
    const suggestion = file === undefined ? suggest(name, known) : undefined;
    report('unknown-instance', locate(string, span), { name, call: call.name, file, suggestion });
  }
}

/** A reference to the last record finds nothing where no column makes the form load it, and texts are none of these. */
function checkSaved({ kind, item, key, string, references }: Reading, report: Report): void {
  if (key === 'trigger' || key === 'soft') return;
  // ODK Validate computes the expressions of items, and passes over texts, the name of the submission and counts.
  const severity = kind === 'expression' && item && key !== 'repeat_count' ? 'error' : 'warning';
  for (const { name, span, lastSaved } of references) {
    if (!lastSaved) continue;
    const params = { name: LAST_SAVED, call: `\${last-saved#${name}}`, file: undefined, suggestion: undefined };
    report('unknown-instance', locate(string, span), params, { severity });
  }
}
