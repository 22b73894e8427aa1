import { originAt } from '../../core/origin.ts';
import type { Dictionary, MediaFiles } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import { asLocalText } from '../../model/parse.ts';
import { plainAt } from './cell-text.ts';
import type { Languages } from './languages.ts';

/** A workbook that a command is about. */
export interface WorkbookSource {
  /** As messages name it. */
  readonly file: string;
  /** The name of the file without its ending: what a form is called that does not say. */
  readonly stem: string;
  readonly files: MediaFiles;
}

/** What a form has beside its rows. */
export function formFrame(
  { file, stem }: WorkbookSource,
  settings: Form['settings'],
  { all, tagOf }: Languages,
): Omit<Form, 'items' | 'entities' | 'sheets'> {
  const at = { kind: 'cell', file, sheet: 'survey', row: 1, cell: 'A1', value: '' } as const;
  const title = settings.get('form_title');
  const opens = settings.get('default_language')?.string.text;
  const isLanguage = opens !== undefined && all.some(({ header }) => header === opens);
  const plain = opens === undefined ? undefined : all.find(({ header }) => header === '');
  const defaultLanguage = isLanguage ? tagOf(opens) : ((plain ?? all[0])?.tag ?? '');
  return {
    name: plainAt(stem, at),
    title: title && { byLanguage: new Map([[defaultLanguage, asLocalText(title)]]), origin: title.origin },
    languages: all.map(({ tag }) => tag),
    defaultLanguage,
    settings,
    attachments: [],
    excluded: [],
    stamp: false,
    origin: originAt(at),
  };
}

/** What a workbook has beside its form and lists. */
export function dictionaryFrame(
  { stem, files }: WorkbookSource,
  form: Form,
  { all }: Languages,
): Omit<Dictionary, 'codeLists'> {
  const version: Plain | undefined = form.settings.get('version');
  return {
    name: form.name,
    title: form.title,
    version,
    languages: all,
    defaultLanguage: form.defaultLanguage,
    profiles: ['xlsform'],
    policy: new Map(),
    variables: new Map(),
    forms: new Map([[stem, form]]),
    modules: new Map(),
    checks: new Map(),
    origin: form.origin,
    damaged: false,
    files,
  };
}
