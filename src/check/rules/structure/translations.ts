import type { Report } from '../../../diagnostics/collector.ts';
import { listed } from '../../../diagnostics/quote.ts';
import { MULTIPLE, type LocalText, type Text } from '../../../model/facets.ts';
import { textsOf } from '../../../model/texts.ts';
import { isKnownTag, shorterTag } from '../../../vocabulary/language-codes.ts';
import { languageNames, otherLanguage, tagOfName } from '../../../vocabulary/language-names.ts';
import type { DictionaryRule, FormView, ItemRule } from '../../rule-set.ts';

export const checkItemTextsAgree: ItemRule = (item, _profiles, report) => {
  for (const [column, text] of textsOf(item)) checkText(column, text, report);
};

export function checkCodeTextsAgree({ lists }: FormView, report: Report): void {
  for (const { codes } of lists)
    for (const { texts } of codes) for (const [column, text] of Object.entries(texts)) checkText(column, text, report);
}

/** Of most texts there is nothing to tell: none is empty or refers to something. */
function isPlain({ byLanguage }: Text): boolean {
  for (const { string, parsed } of byLanguage.values())
    if (parsed.references.length > 0 || string.text.trim() === '') return false;
  return true;
}

function checkText(key: string, text: Text, report: Report): void {
  if (isPlain(text)) return;
  const locals = [...text.byLanguage].filter(([tag]) => tag !== MULTIPLE);
  if (locals.length < 2) return;
  const written = locals.filter(([, { string }]) => string.text.trim() !== '');
  if (written.length === 0) return;
  for (const [tag, { string, origin }] of locals)
    if (string.text.trim() === '') report('empty-text', origin.location, { key: key.replaceAll('_', ' '), tag });
  if (written.some(([, { parsed }]) => parsed.references.length > 0))
    for (const local of written) reportOneSided(local, written, report);
}

function reportOneSided(
  [tag, local]: readonly [string, LocalText],
  others: readonly (readonly [string, LocalText])[],
  report: Report,
): void {
  const own = namesIn(local);
  for (const [other, text] of others) {
    const missing = [...namesIn(text)].filter((name) => !own.has(name));
    if (missing.length === 0) continue;
    const references = listed(
      missing.map((name) => `\${${name}}`),
      'and',
    );
    return report('one-sided-reference', local.origin.location, { tag, other, references });
  }
}

function namesIn({ parsed }: LocalText): ReadonlySet<string> {
  return new Set(parsed.references.map(({ name }) => name));
}

/** The converter looks for the tag in brackets at the end of a heading. */
export const checkLanguageHeaders: DictionaryRule = ({ languages }, report) => {
  for (const { tag, header, origin } of languages) {
    // pyxform takes a heading of two letters for a tag.
    if (header.length < 3) continue;
    const [, name = header, inHeader] = /^(.*?)\s*\(([^()]*)\)$/.exec(header) ?? [];
    if (inHeader === undefined) {
      report('language-header', origin.location, { header, tag, problem: 'no tag', is: '', suggestion: undefined });
      continue;
    }
    const other = otherLanguage(inHeader, name);
    if (isKnownTag(inHeader) && other === undefined) continue;
    const suggestion = other ?? shorterTag(inHeader) ?? tagOfName(name) ?? tagOfName(inHeader);
    const is = other === undefined ? '' : (languageNames.get(inHeader.split('-')[0] ?? '')?.english[0] ?? '');
    report('language-header', origin.location, {
      header,
      tag: inHeader,
      problem: other === undefined ? 'tag' : 'other',
      is,
      suggestion,
    });
  }
};

/** As it is written, a plain column beside others belongs to the language that the settings open with, or to none. */
export function checkPlainLanguage({ deliveries, form }: FormView, report: Report): void {
  for (const { profile, languages } of deliveries) {
    const [plain, ...more] = languages.filter(({ header }) => header === '');
    const alone = languages.length === 1 || more.length > 0;
    if (plain && !alone && profile === 'xlsform' && !form.settings.has('default_language'))
      report('plain-language', plain.origin.location, { name: plain.name });
  }
}
