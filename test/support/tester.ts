import { expect } from 'vitest';
import { checkDictionary } from '../../src/check/check.ts';
import { fileOf } from '../../src/core/location.ts';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import type { Form } from '../../src/model/form.ts';
import type { Question } from '../../src/model/item.ts';
import { memoryTree } from '../../src/source/files.ts';
import { annotate, draw, markerOf, readSnippet, type Snippet } from './markers.ts';

/** Bytes of a file that are not plain UTF-8: the text, with markers, and how it is written. */
export interface Encoded {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/** What stands in a file; a line `^^^^ rule-id` or `^^^^ rule-id: part of the message` announces a finding above it. */
export type Content = string | Encoded;
export type Files = Readonly<Record<string, Content>>;

export interface Outcome {
  readonly dictionary: Dictionary;
  readonly findings: readonly Diagnostic[];
  /** The form of that name, or the only one. */
  form(name?: string): Form;
  variable(name: string): Question;
}

/** A dictionary to try snippets in. Each method gives a new one, so that a tester can be shared among tests. */
export interface Tester {
  /** With more files, or others in place of the known ones. */
  with(files: Files | string): Tester;
  /** With the rules of `src/check`, not only what reading finds. */
  checked(): Tester;
  compile(files?: Files | string): Outcome;
  /** Compiles, and expects exactly the findings that the files announce. */
  expect(files?: Files | string): Outcome;
}

/** Where a snippet stands that names no file. */
export const SNIPPET = 'snippet.yaml';

const MANIFEST = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [kobo, odk]\n';

interface State {
  readonly files: Files;
  readonly checked: boolean;
}

function createTester(state: State): Tester {
  const added = (files: Files | string = {}): State => ({ ...state, files: merged(state.files, files) });
  return {
    with: (files) => createTester(added(files)),
    checked: () => createTester({ ...state, checked: true }),
    compile: (files) => compile(added(files)).outcome,
    expect: (files) => expectAnnounced(added(files)),
  };
}

/** A dictionary in English whose reading is tested; `.checked()` adds the rules. */
export const reading: Tester = createTester({ files: { 'dictionary.yaml': MANIFEST }, checked: false });

/** A dictionary without any file, for tests of the manifest and of file sets. */
export const nothing: Tester = createTester({ files: {}, checked: false });

function merged(files: Files, more: Files | string): Files {
  return { ...files, ...(typeof more === 'string' ? { [SNIPPET]: more } : more) };
}

function compile({ files, checked }: State): { outcome: Outcome; snippets: ReadonlyMap<string, Snippet> } {
  const snippets = new Map(Object.entries(files).map(([path, content]) => [path, readSnippet(textOf(content))]));
  const bytes = Object.entries(files).map(([path, content]) => [path, bytesOf(content, snippets.get(path))] as const);
  const { dictionary, diagnostics } = compileDictionary(memoryTree(Object.fromEntries(bytes)));
  const checks = checked && dictionary ? checkDictionary(dictionary, dictionary.profiles) : [];
  return { outcome: outcomeOf(dictionary, inOrder([...diagnostics, ...checks])), snippets };
}

function textOf(content: Content): string {
  return typeof content === 'string' ? content : content.text;
}

function bytesOf(content: Content, snippet: Snippet | undefined): string | Uint8Array {
  const text = snippet?.text ?? '';
  return typeof content === 'string' ? text : content.encode(text);
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const collector = createCollector();
  for (const diagnostic of diagnostics) collector.add(diagnostic);
  return collector.diagnostics();
}

function expectAnnounced(state: State): Outcome {
  const { outcome, snippets } = compile(state);
  const paths = [...new Set([...snippets.keys(), ...outcome.findings.map(({ location }) => fileOf(location))])];
  const found = paths.map((path) => {
    const { text, markers } = snippets.get(path) ?? { text: '', markers: [] };
    const here = outcome.findings.filter(({ location }) => fileOf(location) === path).map(markerOf);
    return { path, seen: annotate(text, here, markers), announced: draw(text, markers) };
  });
  const shown = (part: 'seen' | 'announced'): string => found.map((file) => `# ${file.path}\n${file[part]}`).join('\n');
  expect(shown('seen')).toBe(shown('announced'));
  return outcome;
}

function outcomeOf(dictionary: Dictionary | undefined, findings: readonly Diagnostic[]): Outcome {
  const known = (): Dictionary => present(dictionary, 'a dictionary');
  return {
    get dictionary() {
      return known();
    },
    findings,
    form: (name) => {
      const { forms } = known();
      return present(name === undefined ? [...forms.values()][0] : forms.get(name), `form ${name ?? ''}`);
    },
    variable: (name) => present(known().variables.get(name), `variable ${name}`),
  };
}

export function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}
