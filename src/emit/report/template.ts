import { isRightToLeft } from '../../core/languages.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type ReportWords, reportWordsIn } from '../../vocabulary/report-wording.ts';
import { introduction, leftOutComment } from './comments.ts';
import { markup, markupIn } from './markup.ts';
import type { Question } from '../../model/item.ts';
import { type PlannedFigure, type PlannedSection, planReport } from './plan.ts';
import { createReader, type Reader } from './reader.ts';
import { specifyingQuestions } from './specify.ts';

/** Longer tables show the most frequent answers only; so do those whose list is not known before there is data. */
const LONGEST_TABLE = 20;
const ROWS_OF_LONG_TABLE = 15;

interface Sheet {
  readonly read: Reader;
  readonly words: ReportWords;
  /** A text of the dictionary as markup. */
  readonly text: (line: string) => string;
  readonly title: (question: Question) => string;
}

/**
 * The report on a form as a Handlebars template in one language, for a person to edit: all words stand in it, each figure
 * is one call of a partial.
 */
export function reportTemplate(delivery: Delivery, dictionary: Dictionary, language: string): string {
  const { sections, leftOut } = planReport(delivery, dictionary);
  const read = createReader(delivery, dictionary, language);
  const sheet: Sheet = {
    read,
    words: reportWordsIn(language),
    text: (line) => markupIn(line, language),
    title: titleTeller(delivery, read),
  };
  const name = delivery.form.name.string.text;
  const title = read(delivery.form.title) ?? name;
  return [
    ...introduction(name, sections),
    '<!DOCTYPE html>',
    `<html lang="${markup(language)}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">`,
    '<head>',
    '  <meta charset="utf-8">',
    '  <meta name="viewport" content="width=device-width, initial-scale=1">',
    `  <title>${markup(title)}</title>`,
    '  <style>{{{stylesheet "report.css"}}}</style>',
    '</head>',
    '<body>',
    ...titlePage(title, dictionary, sheet),
    '',
    ...contents(sections, sheet),
    '',
    '<main>',
    ...sections.flatMap((section) => [...part(section, 2, sheet), '']),
    '</main>',
    '</body>',
    '</html>',
    ...leftOutComment(leftOut),
    '',
  ].join('\n');
}

function titlePage(title: string, dictionary: Dictionary, { read, words, text }: Sheet): string[] {
  const { name, title: own, version, country } = dictionary;
  const place = country ? [read(country.title) ?? country.id.string.text] : [];
  const facts = [
    [words.dictionary, text([...place, read(own) ?? name.string.text].join(' · '))],
    ...(version ? [[words.version, text(version.string.text)]] : []),
    [words.records, '{{records}}'],
    [words.period, '{{period}}'],
  ];
  return [
    '<header class="title-page">',
    `  <h1>${text(title)}</h1>`,
    '  <dl class="facts">',
    ...facts.map(([word = '', fact = '']) => `    <div><dt>${markup(word)}</dt><dd>${fact}</dd></div>`),
    '  </dl>',
    '  {{> notes}}',
    '</header>',
  ];
}

function contents(sections: readonly PlannedSection[], sheet: Sheet): string[] {
  return [
    '<nav class="contents">',
    `  <h2>${markup(sheet.words.contents)}</h2>`,
    ...list(sections, sheet, '  '),
    '</nav>',
  ];
}

function list(sections: readonly PlannedSection[], sheet: Sheet, indent: string): string[] {
  const lines = sections.flatMap((section) => {
    const link = `<a href="#${anchor(section)}">${heading(section, sheet)}</a>`;
    const inner = section.sections;
    if (inner.length === 0) return [`${indent}  <li>${link}</li>`];
    return [`${indent}  <li>${link}`, ...list(inner, sheet, `${indent}    `), `${indent}  </li>`];
  });
  return [`${indent}<ol>`, ...lines, `${indent}</ol>`];
}

/** No name begins with a dash, so that this is no group's. Names of XML need no escaping. */
function anchor({ section, path }: PlannedSection): string {
  return section ? path : '-general';
}

function heading({ section }: PlannedSection, { read, words, text }: Sheet): string {
  if (!section) return markup(words.general);
  return text(read(section.facets.label) ?? section.name.string.text);
}

/** A text that specifies "other" says too little alone. */
function titleTeller({ form }: Delivery, read: Reader): Sheet['title'] {
  const specifiedBy = specifyingQuestions(form);
  const own = ({ facets, name }: Question): string => read(facets.label) ?? name.string.text;
  return (question) => {
    const before = specifiedBy(question);
    return before ? `${own(before)} – ${own(question)}` : own(question);
  };
}

/** HTML has six levels of headings. */
function headingAt(level: number, content: string): string {
  const tag = `h${String(Math.min(level, 6))}`;
  return `<${tag}>${content}</${tag}>`;
}

function part(section: PlannedSection, level: number, sheet: Sheet): string[] {
  const indent = '  '.repeat(level - 2);
  const entries = section.section?.type === 'repeat' ? [`${indent}  {{> entries of="${section.path}"}}`] : [];
  return [
    `${indent}<section class="part" id="${anchor(section)}">`,
    `${indent}  ${headingAt(level, heading(section, sheet))}`,
    ...entries,
    ...section.figures.flatMap((figure) => figureOf(figure, level + 1, sheet).map((line) => `${indent}  ${line}`)),
    ...section.sections.flatMap((inner) => part(inner, level + 1, sheet)),
    `${indent}</section>`,
  ];
}

function figureOf({ question: asked, path, figure }: PlannedFigure, level: number, { text, title }: Sheet): string[] {
  const isLong = figure.kind === 'frequency' && (figure.list?.codes.length ?? Infinity) > LONGEST_TABLE;
  const top = isLong ? ` top=${String(ROWS_OF_LONG_TABLE)}` : '';
  return [
    '<section class="question">',
    `  ${headingAt(level, text(title(asked)))}`,
    `  {{> ${figure.kind} of="${path}"${top}}}`,
    '</section>',
  ];
}
