import { suggest } from '../../core/suggest.ts';
import { didYouMean, listed, quote, quotedFew } from '../../diagnostics/quote.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { DataNode } from '../../model/columns/column.ts';
import { canBePseudonym, type Protection, protectionOf } from '../../remote/protect/protection.ts';
import { keyMark, type Pseudonym, pseudonymsBy } from '../../remote/protect/pseudonym.ts';
import type { TreatedAnswer } from '../../store/protected-store.ts';
import { type Host, UsageError } from '../host.ts';

export interface ProtectOptions {
  readonly protect: boolean;
  /** Questions whose answers are replaced. */
  readonly pseudonym: readonly string[];
  readonly protectKeyEnv?: string;
}

/** The key of pseudonyms, where there are any. */
export interface Key {
  readonly pseudonym: Pseudonym;
  readonly mark: string;
}

/** Shorter ones are guessed. */
const SHORTEST = 32;

/** @throws UsageError where pseudonyms are asked for without a key, or the key is not there or short */
export function keyOf({ protect, pseudonym, protectKeyEnv: name }: ProtectOptions, host: Host): Key | undefined {
  if (pseudonym.length === 0) return undefined;
  if (!protect) throw new UsageError('Pseudonyms belong to a protected store.', 'Add --protect.');
  const how =
    'Put a long random text into an environment variable, keep it safe, and name the variable: --protect-key-env LEXIFORM_KEY';
  if (name === undefined) throw new UsageError('Pseudonyms are made with a key.', how);
  const key = host.env(name) ?? '';
  if (key.length < SHORTEST)
    throw new UsageError(
      key === ''
        ? `The environment variable ${quote(name)} is not set.`
        : `The key in ${quote(name)} is shorter than ${SHORTEST} characters, so it can be guessed.`,
      `${how}. A good one comes from: openssl rand -hex 32`,
    );
  return { pseudonym: pseudonymsBy(key), mark: keyMark(key) };
}

/** What becomes of each answer of a form. */
export function protectForm(
  nodes: readonly DataNode[],
  form: Form,
  dictionary: Dictionary,
  options: ProtectOptions,
): Protection {
  return protectionOf(nodes, form, dictionary, new Set(options.pseudonym));
}

/** @throws UsageError for a pseudonym that no form can have */
export function checkPseudonyms({ pseudonym }: ProtectOptions, protections: readonly Protection[]): void {
  const columns = protections.flatMap((each) => each.columns);
  for (const name of pseudonym) {
    const found = columns.filter(({ column }) => column.name === name);
    if (found.length === 0) {
      const likely = suggest(
        name,
        columns.map(({ column }) => column.name),
      );
      throw new UsageError(
        `No form that is pulled has a question ${quote(name)}.${didYouMean(likely)}`,
        'Correct --pseudonym.',
      );
    }
    if (found.every(({ treatment }) => treatment === 'kept'))
      throw new UsageError(
        `${quote(name)} is not protected, so it is kept as it is.`,
        'Mark it in the dictionary (sensitivity: personal), or leave --pseudonym out.',
      );
    if (!found.some(({ column }) => canBePseudonym(column)))
      throw new UsageError(
        `A pseudonym for ${quote(name)} would protect nobody: it has few possible answers, or is a place or a file.`,
        'It is left out without --pseudonym.',
      );
  }
}

/** What the store remembers of it. */
export function treatedAnswers({ columns }: Protection): readonly TreatedAnswer[] {
  return columns
    .filter(({ column }) => column.answer !== 'none')
    .map(({ column, treatment }) => ({ path: column.path.join('/'), name: column.name, treatment }));
}

/** One sentence on what does not come in. */
export function protectionWords({ columns }: Protection): string {
  const named = (wanted: string): readonly string[] =>
    columns
      .filter(({ column, treatment }) => treatment === wanted && column.answer !== 'none')
      .map(({ column }) => column.name);
  const [out, replaced] = [named('left-out'), named('pseudonym')];
  const parts = [
    ...(out.length > 0 ? [`left out ${quotedFew(out)}`] : []),
    ...(replaced.length > 0 ? [`pseudonyms for ${quotedFew(replaced)}`] : []),
  ];
  return parts.length === 0 ? 'protected: no question is personal or sensitive' : `protected: ${listed(parts, 'and')}`;
}
