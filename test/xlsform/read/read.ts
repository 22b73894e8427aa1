import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import type { Form, Row } from '../../../src/model/form.ts';
import { gather } from '../../../src/model/walk.ts';
import { placeInFile } from '../../../src/printers/place.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { surveyColumnNames } from '../../../src/vocabulary/columns.ts';
import { compileWorkbook, type CompiledWorkbook } from '../../../src/xlsform/read/compile-workbook.ts';
import { codes, placed } from '../../support/outline.ts';

export function readBytes(bytes: Uint8Array, name = 'form.xlsx'): CompiledWorkbook {
  return compileWorkbook({ ...memoryTree({ [name]: bytes }), workbook: name }, name);
}

/** What was read, as a reviewer reads it: the model, then the findings. */
export function shown({ dictionary, diagnostics }: CompiledWorkbook): string {
  const [form] = dictionary?.forms.values() ?? [];
  const model = dictionary && form ? modelOf(dictionary, form) : ['no form'];
  return [...model, ...diagnostics.map(findingOf)].join('\n');
}

function modelOf(dictionary: Dictionary, form: Form): readonly string[] {
  const languages = dictionary.languages.map(({ tag, name, header }) => `${tag} = ${name} in "${header}"`);
  return [
    ...(languages.length > 0 ? [`languages: ${languages.join(', ')}; first ${form.defaultLanguage}`] : []),
    ...(form.settings.size > 0 ? [`settings: ${rowOf(form.settings)}`] : []),
    placed(form, ...surveyColumnNames),
    ...otherColumns(form.items),
    ...[...dictionary.codeLists.values()].map((list) => `list ${list.name}\n${indented(codes(list))}`),
    ...form.entities.map((row) => `entity: ${rowOf(row)}`),
    ...[...form.sheets].flatMap(([name, rows]) => rows.map((row) => `${name}: ${rowOf(row)}`)),
  ].filter((line) => line !== '');
}

const otherColumns = gather(({ name, columns }) =>
  columns.size > 0 ? [`other columns of ${name.string.text}: ${rowOf(columns)}`] : [],
);

function rowOf(row: Row): string {
  return [...row].map(([header, { string }]) => `${header} = ${JSON.stringify(string.text)}`).join(', ');
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

function findingOf({ rule, message, location }: Diagnostic): string {
  return `! ${placeInFile(location)} ${rule}: ${message}`;
}
