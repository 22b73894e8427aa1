import { renderReport } from '../../emit/report/render.ts';
import type { ReportData } from '../../emit/report/report-data.ts';
import type { OutputFile } from '../../formats/publish.ts';
import { reportData } from '../../report/data.ts';
import { reportCsv, reportJson } from '../../report/table/write-table.ts';
import type { Tally } from '../../report/tally.ts';
import type { ReportFormat } from './choices.ts';
import { ownTemplate, type PageTemplate, showsGroups } from './page-templates.ts';

/** Which reports are made of what was counted. */
export interface Wanted {
  /** An empty one where the form has no languages. */
  readonly languages: readonly string[];
  readonly formats: readonly ReportFormat[];
  /** Counts under this number are hidden. */
  readonly limit: number | undefined;
  /** One of the user's own. */
  readonly template: PageTemplate | undefined;
}

export interface Reports {
  readonly files: readonly OutputFile[];
  /** What is wrong with the template. */
  readonly problems: readonly string[];
}

export function reportsOn(tally: Tally, { languages, formats, limit, template }: Wanted): Reports {
  const { delivery, dictionary } = tally.request;
  const encoder = new TextEncoder();
  const made = languages.flatMap((language) => {
    const data = reportData(tally, language === '' ? dictionary.defaultLanguage : language, limit);
    const name = language === '' ? data.form : `${data.form}.${language}`;
    return [...new Set(formats)].map((format) => {
      const page = (): PageTemplate => template ?? ownTemplate(delivery, dictionary, data.language);
      const { text, problems } =
        format === 'html' ? pageOn(data, page()) : { text: tableOf(format, data), problems: [] };
      return { path: `${name}.${format}`, text, problems };
    });
  });
  return {
    files: made.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, bytes: encoder.encode(text) }])),
    problems: made.flatMap(({ problems }) => problems),
  };
}

interface Made {
  readonly text: string | undefined;
  readonly problems: readonly string[];
}

const OLD_PARTIALS =
  'The partials beside the template are older than groups, and show none. Take those of a new build: lexiform build --target report';

function pageOn(data: ReportData, page: PageTemplate): Made {
  const { html, problems } = renderReport(page.text, page.parts, data);
  const isOld = data.crossed.size > 0 && !showsGroups(page);
  return { text: html, problems: isOld ? [...problems, OLD_PARTIALS] : problems };
}

function tableOf(format: 'csv' | 'json', data: ReportData): string {
  return format === 'csv' ? reportCsv(data) : reportJson(data);
}
