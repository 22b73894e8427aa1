import type { Report } from '../diagnostics/collector.ts';
import type { FileToCome } from '../formats/publish.ts';
import { type WorkbookProblem, workbookProblems } from '../formats/workbook-limits.ts';
import { layOutWorkbook } from '../formats/xlsx-write.ts';
import { deliver } from '../model/deliver/deliver.ts';
import { mediaNames } from '../model/deliver/media.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { formWorkbook } from './rows/workbook.ts';

/**
 * The workbook of a form for a profile, and below `media/` everything that it attaches; paths are relative to the form's own
 * folder. Equal input gives equal bytes.
 */
export async function formFiles(
  dictionary: Dictionary,
  form: Form,
  profile: Profile,
  report: Report,
): Promise<readonly FileToCome[]> {
  const delivery = deliver(dictionary, form, profile);
  const { plan, files } = formWorkbook(delivery, dictionary);
  const problems = workbookProblems(plan);
  for (const problem of problems) reportLimit(problem, form, report);
  if (problems.length > 0) return [];
  const lists = [...files].map(([name, text]) => ({ path: `media/${name}`, bytes: new TextEncoder().encode(text) }));
  const media = [...mediaNames(delivery)].flatMap(([name, written]) => {
    const file = dictionary.files.find(written.string.text, written);
    return file && !files.has(name) ? [{ path: `media/${name}`, bytes: file.read() }] : [];
  });
  const { bytes } = await layOutWorkbook(plan);
  return [{ path: `${form.name.string.text}.xlsx`, bytes }, ...lists, ...media];
}

function reportLimit({ sheet, row, problem }: WorkbookProblem, form: Form, report: Report): void {
  const place = row > 0 ? `${sheet}, row ${row}` : sheet;
  report('workbook-limit', form.origin.location, { form: form.name.string.text, place, problem });
}
