import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkDictionary } from '../../../src/check/check.ts';
import { createCollector } from '../../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { compileProject } from '../../../src/dictionary/compile.ts';
import type { CountrySource } from '../../../src/dictionary/compiled.ts';
import type { CodeList } from '../../../src/model/code-list.ts';
import type { Country, Dictionary } from '../../../src/model/dictionary.ts';
import type { Form } from '../../../src/model/form.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { at, codes, placed } from '../../support/outline.ts';

const folder = fileURLToPath(new URL('cases', import.meta.url));
const MANIFEST = 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\nprofiles: [kobo]\n';
const MONOLINGUAL = 'lexiform: 1\ndictionary: d\nlanguages: { en: English }\nprofiles: [kobo]\n';
const RESOLVED = 'resolved.txt';

/** Each folder is a core and its countries; `resolved.txt` shows what each country came to, and every finding about it. */
test.each(readdirSync(folder))('%s', async (name) => {
  const { countries } = compileProject(memoryTree(filesOf(name)));
  const shown = countries.map((country) => describeCountry(country)).join('\n\n');
  await expect(`${shown}\n`).toMatchFileSnapshot(path.join('cases', name, RESOLVED));
});

function filesOf(name: string): Readonly<Record<string, string>> {
  const root = path.join(folder, name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(yaml|csv)$/.test(file));
  const texts = files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  return { 'dictionary.yaml': name === 'languages' ? MANIFEST : MONOLINGUAL, ...Object.fromEntries(texts) };
}

function describeCountry({ id, compile }: CountrySource): string {
  const { dictionary, diagnostics } = compile();
  const checked = dictionary ? checkDictionary(dictionary, dictionary.profiles) : [];
  const country = dictionary?.country;
  return [`= ${id}`, ...findings([...diagnostics, ...checked]), ...(country ? resolved(dictionary, country) : [])].join(
    '\n',
  );
}

function findings(found: readonly Diagnostic[]): readonly string[] {
  const collector = createCollector();
  for (const diagnostic of found) collector.add(diagnostic);
  return collector.diagnostics().map(({ severity, rule, location, message, related }) => {
    const others = related.map((each) => ` (${each.message}: ${at(each.location)})`).join('');
    return `${severity} ${rule} ${at(location)} ${message}${others}`;
  });
}

function resolved({ forms, codeLists, checks }: Dictionary, { core, changes }: Country): readonly string[] {
  const lists = [...codeLists.values()].filter((list) => codesOf(list) !== codesOf(core.codeLists.get(list.name)));
  return [
    `changes ${[...changes.keys()].join(', ')}`,
    ...[...forms.values()].map(describeForm),
    ...lists.map((list) => `list ${list.name}\n${codesOf(list)}`),
    `checks ${[...checks.keys()].join(', ')}`,
  ];
}

function codesOf(list: CodeList | undefined): string {
  return list ? codes(list) : '';
}

function describeForm(form: Form): string {
  const settings = [...form.settings].map(([name, { string }]) => `${name}=${string.text}`);
  const attached = form.attachments.map(({ file }) => file.string.text);
  return [
    `form ${form.name.string.text} in ${form.languages.join(', ')}, opens ${form.defaultLanguage}`,
    ...[...settings, ...attached].map((word) => `  has ${word}`),
    placed(form, 'label', 'hint', 'required', 'relevant', 'constraint', 'constraint_message', 'appearance'),
  ].join('\n');
}
