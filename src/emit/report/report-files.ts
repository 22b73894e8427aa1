import type { OutputFile } from '../../formats/publish.ts';
import { templateFiles } from '../../formats/template-files.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { reportTemplate } from './template.ts';

/** The report templates of a form, one a language, with the partials and the style that they use; below `report/`. */
export function reportFiles(delivery: Delivery, dictionary: Dictionary): readonly OutputFile[] {
  const name = delivery.form.name.string.text;
  const tags = delivery.languages.map(({ tag }) => tag);
  const templates =
    tags.length === 0
      ? [[`${name}.hbs`, reportTemplate(delivery, dictionary, dictionary.defaultLanguage)] as const]
      : tags.map((tag) => [`${name}.${tag}.hbs`, reportTemplate(delivery, dictionary, tag)] as const);
  const encoder = new TextEncoder();
  return [...templates, ...reportParts()].map(([path, text]) => ({
    path: `report/${path}`,
    bytes: encoder.encode(text),
  }));
}

/** The partials and the style of reports, by their path beside a template. */
export function reportParts(): ReadonlyMap<string, string> {
  return templateFiles('report');
}
