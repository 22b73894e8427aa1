import { statusJson, statusMarkdown, statusTable, under } from '../../printers/translation-status.ts';
import { translationStatus } from '../../translate/status.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { chosenForms } from '../source.ts';
import type { Extra } from './choices.ts';
import { kindsOf, openTexts, targetLanguage } from './open.ts';

export interface StatusOptions {
  readonly language: readonly string[];
  readonly form: readonly string[];
  readonly with: readonly Extra[];
  readonly format: 'pretty' | 'json' | 'markdown';
  readonly failUnder?: number;
}

/** Tells how far the translations of a dictionary are. */
export async function tellStatus(source: string | undefined, options: StatusOptions, host: Host): Promise<ExitCode> {
  const { translations, dictionary, places, speaks } = openTexts(source, host);
  const { defaultLanguage } = translations;
  const asked = options.language.map((tag) => targetLanguage(translations, tag));
  const languages = translationStatus(translations, places, speaks, {
    languages: asked.length > 0 ? asked : translations.languages.filter(({ tag }) => tag !== defaultLanguage),
    forms: [...chosenForms(dictionary.forms, options.form).keys()],
    kinds: ['shown', 'message', ...kindsOf(options.with)],
  });
  if (options.format === 'json') host.out(statusJson(languages, defaultLanguage));
  else host.out(options.format === 'markdown' ? statusMarkdown(languages) : statusTable(languages));
  const failing = options.failUnder === undefined ? [] : under(languages, options.failUnder);
  if (failing.length === 0) return Promise.resolve(EXIT.clean);
  host.err(`Under ${options.failUnder}%: ${failing.join('; ')}.\n`);
  return EXIT.findings;
}
