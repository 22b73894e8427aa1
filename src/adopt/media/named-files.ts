import { loadedBy } from '../../check/rules/instances.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import { loadedFile } from '../../model/deliver/instances.ts';
import { mediaNames } from '../../model/deliver/media.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import { questionsOf } from '../../model/walk.ts';
import { written } from '../../source/source-string.ts';

/** A file that a form needs beside its workbook. */
export interface NamedFile {
  readonly name: Plain;
  /** Whether an expression alone names it, so that the form has to list it. */
  readonly isListed: boolean;
}

export function filesOf(dictionary: Dictionary, form: Form): readonly NamedFile[] {
  const media = mediaNames(deliver(dictionary, form, 'xlsform'));
  const pulled = pulledFiles(dictionary, form).filter((name) => !media.has(name));
  return [
    ...[...media.values()].map((name) => ({ name, isListed: false })),
    ...pulled.map((name) => ({
      name: { ...form.name, string: written(name, form.origin.location) },
      isListed: true,
    })),
  ];
}

/** The tables that `pulldata` reads. Esri's programs have functions behind names that begin with `@`. */
function pulledFiles({ codeLists }: Dictionary, form: Form): readonly string[] {
  const typed = new Set(questionsOf(form.items).map(({ item }) => loadedFile(item)?.instance));
  const names = loadedBy(form).filter((name) => /^[^@_]/.test(name) && !typed.has(name) && !codeLists.has(name));
  return [...new Set(names)].map((name) => `${name}.csv`);
}
