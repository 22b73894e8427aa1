import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../../diagnostics/quote.ts';
import { reportParts } from '../../emit/report/report-files.ts';
import { reportTemplate } from '../../emit/report/template.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { decode } from '../../source/decode.ts';
import { reasonOf } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';

/** A template, and what it uses, by path beside it. */
export interface PageTemplate {
  readonly text: string;
  readonly parts: ReadonlyMap<string, string>;
}

export function ownTemplate(delivery: Delivery, dictionary: Dictionary, language: string): PageTemplate {
  return { text: reportTemplate(delivery, dictionary, language), parts: reportParts() };
}

/**
 * A template that somebody changed, with the partials and styles beside it; what is not there is ours.
 * @throws UsageError where it cannot be read
 */
export function templateOf(file: string, { cwd }: Host): PageTemplate {
  const full = path.resolve(cwd, file);
  const folder = path.dirname(full);
  const beside = [
    ...namesIn(folder, '.css'),
    ...namesIn(path.join(folder, 'partials'), '.hbs').map((name) => `partials/${name}`),
  ];
  const own = beside.map((name) => [name, textOf(path.join(folder, name), name)] as const);
  return { text: textOf(full, file), parts: new Map([...reportParts(), ...own]) };
}

function textOf(full: string, shown: string): string {
  try {
    return decode(shown, readFileSync(full)).source.text;
  } catch (error) {
    throw new UsageError(
      `${quote(shown)} cannot be read: ${reasonOf(error)}.`,
      'lexiform build --target report writes templates to begin with.',
    );
  }
}

function namesIn(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending));
  } catch {
    return [];
  }
}

/** Partials from before there were groups show none. */
export function showsGroups({ text, parts }: PageTemplate): boolean {
  const calls = [text, ...[...parts].flatMap(([name, part]) => (name === 'partials/crossed.hbs' ? [] : [part]))];
  return calls.some((each) => each.includes('crossed'));
}
