import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { planOf } from '../support/workbook-tables.mjs';
import { type Ask, waitForImport } from './asking.ts';
import type { Row } from './state.ts';

/** The form that an import takes, of a workbook as tables. */
export async function importForm(markdown: string, fields: Readonly<Record<string, string>> = {}): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ library: 'false', name: 'form.xlsx', ...fields })) form.set(name, value);
  const bytes = await writeWorkbook(planOf(markdown));
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'any.xlsx'));
  return form;
}

/** Imports a workbook as a new project and returns its uid. */
export async function importProject(ask: Ask, markdown: string): Promise<string> {
  const { messages } = await waitForImport(ask, await importForm(markdown));
  return String((messages as { readonly created: readonly Row[] }).created[0]?.['uid']);
}

/** Imports and deploys. */
export async function deployProject(ask: Ask, markdown: string): Promise<string> {
  const uid = await importProject(ask, markdown);
  const { status, text } = await ask('POST', `/api/v2/assets/${uid}/deployment/`, { active: true });
  if (status !== 200) throw new Error(text);
  return uid;
}

/** A submission of a project; `inside` is the XML of its answers. */
export function submissionXml(asset: string, instance: string, inside: string, meta = ''): string {
  return `<${asset} id="${asset}">${inside}<meta><instanceID>uuid:${instance}</instanceID>${meta}</meta></${asset}>`;
}

/** What a device sends. */
export function submissionForm(xml: string, files: readonly File[] = []): FormData {
  const form = new FormData();
  form.set('xml_submission_file', new File([xml], 'submission.xml', { type: 'text/xml' }));
  for (const file of files) form.set(file.name, file);
  return form;
}

export const HOUSEHOLD = `
| survey   |
|          | type          | name  | label | required |
|          | integer       | size  | Size  | yes      |
|          | begin repeat  | hh    | Who   |          |
|          | text          | nm    | Name  |          |
|          | end repeat    |       |       |          |
|          | begin group   | grp   | Where |          |
|          | select_one yn | there | There |          |
|          | geopoint      | loc   | Place |          |
|          | image         | photo | Photo |          |
|          | end group     |       |       |          |
| choices  |
|          | list_name     | name  | label |          |
|          | yn            | yes   | Yes   |          |
| settings |
|          | form_title    |
|          | Household     |
`;
