import { fileURLToPath } from 'node:url';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { emptyReportData } from '../../../src/emit/report/empty-data.ts';
import { type Rendered, renderReport } from '../../../src/emit/report/render.ts';
import type { ReportData } from '../../../src/emit/report/report-data.ts';
import { reportFiles, reportParts } from '../../../src/emit/report/report-files.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { diskTree } from '../../../src/source/files.ts';
import type { Profile } from '../../../src/vocabulary/profiles.ts';
import { type Files, nothing, present } from '../../support/tester.ts';

/** One form as a report sees it. */
export interface Report {
  readonly files: ReadonlyMap<string, string>;
  template(language?: string): string;
  empty(language?: string): ReportData;
  render(data: ReportData, template?: string, parts?: ReadonlyMap<string, string>): Rendered;
}

/** The dictionary in a folder beside the tests. */
export function dictionaryIn(folder: string): Dictionary {
  const tree = diskTree(fileURLToPath(new URL(folder, import.meta.url)), '');
  return present(compileDictionary(tree).dictionary, 'dictionary');
}

/** The only form of a dictionary that is written in a test. */
export function reportOn(
  files: Files | string,
  manifest = 'languages: { en: English }',
  profile: Profile = 'kobo',
): Report {
  const { dictionary } = nothing
    .with({ 'dictionary.yaml': `lexiform: 1\ndictionary: test\nprofiles: [${profile}]\n${manifest}\n` })
    .compile(files);
  return reportOf(dictionary, undefined, profile);
}

export function reportOf(dictionary: Dictionary, name?: string, profile: Profile = 'kobo'): Report {
  const form = present(dictionary.forms.get(name ?? [...dictionary.forms.keys()][0] ?? ''), 'form');
  const delivery = deliver(dictionary, form, profile);
  const decoder = new TextDecoder();
  const files = new Map(reportFiles(delivery, dictionary).map(({ path, bytes }) => [path, decoder.decode(bytes)]));
  const template = (language?: string): string => {
    const ending = language === undefined ? '' : `.${language}`;
    return present(files.get(`report/${form.name.string.text}${ending}.hbs`), 'template');
  };
  return {
    files,
    template,
    empty: (language = 'en') => emptyReportData(delivery, dictionary, language),
    render: (data, text = template(data.language), parts = reportParts()) => renderReport(text, parts, data),
  };
}

/** A page without its style, which is the same on every one. */
export function withoutStyle(html: string | undefined): string {
  return present(html, 'page').replace(/<style>.*?<\/style>/s, '<style></style>');
}
