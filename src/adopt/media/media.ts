import { createCollector, type Report } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { PublishError } from '../../formats/publish-error.ts';
import { pathChecker } from '../../formats/publish-path.ts';
import { baseName } from '../../model/deliver/instances.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Attachment, Form } from '../../model/form.ts';
import type { BesideFile } from '../../source/beside.ts';
import { isUnreadable } from '../../source/files.ts';
import { filesOf, type NamedFile } from './named-files.ts';

/** The files that forms show, gathered from beside their workbooks. */
export interface Media {
  /** A workbook whose form says which of its files the server has to have. */
  take(
    dictionary: Dictionary,
    find: Find,
  ): { readonly dictionary: Dictionary; readonly diagnostics: readonly Diagnostic[] };
  /** What is copied, by its place in the dictionary. */
  files(): ReadonlyMap<string, () => Uint8Array>;
}

type Find = (name: string) => BesideFile | undefined;

/** What is copied so far, by its place in the dictionary. */
interface Copies {
  readonly files: Map<string, BesideFile>;
  /** @throws PublishError for a place that no file can have, or not beside the others */
  readonly check: (path: string) => void;
}

export function createMedia(): Media {
  const copies: Copies = { files: new Map(), check: pathChecker() };
  return {
    take: (dictionary, find) => {
      const { report, diagnostics } = createCollector();
      const forms = [...dictionary.forms].map(([name, form]) => {
        const attachments = attachmentsOf(dictionary, form, find, copies, report);
        return [name, { ...form, attachments }] as const;
      });
      return { dictionary: { ...dictionary, forms: new Map(forms) }, diagnostics: diagnostics() };
    },
    files: () => new Map([...copies.files].map(([path, from]) => [path, () => bytesOf(from)])),
  };
}

function attachmentsOf(
  dictionary: Dictionary,
  form: Form,
  find: Find,
  copies: Copies,
  report: Report,
): readonly Attachment[] {
  const missing: NamedFile[] = [];
  const attachments = filesOf(dictionary, form).flatMap((file): readonly Attachment[] => {
    const found = find(baseName(file.name.string.text));
    if (!found) missing.push(file);
    const isCopied = found !== undefined && copy(file, found, copies, report);
    if (!isCopied) return [{ file: file.name, from: 'server' }];
    return file.isListed ? [{ file: file.name, from: 'dictionary' }] : [];
  });
  const [first] = missing;
  const files = missing.map(({ name }) => name.string.text);
  if (first) report('file-left-to-server', first.name.origin.location, { form: form.name.string.text, files });
  return attachments;
}

function copy({ name }: NamedFile, found: BesideFile, copies: Copies, report: Report): boolean {
  const path = `media/${name.string.text.replaceAll('\\', '/')}`;
  const reason = whyNot(path, found, copies);
  if (reason === undefined) copies.files.set(path, copies.files.get(path) ?? found);
  else report('file-not-copied', name.origin.location, { file: name.string.text, found: found.shown, reason });
  return reason === undefined;
}

/** Why a file cannot be copied to a place; undefined where it can, or is there. */
function whyNot(path: string, found: BesideFile, { files, check }: Copies): string | undefined {
  const bytes = found.read();
  if (isUnreadable(bytes)) return bytes.reason;
  const there = files.get(path);
  if (there === undefined) return refusal(path, check);
  const isSame = Buffer.compare(bytes, bytesOf(there)) === 0;
  return isSame ? undefined : `${quote(there.shown)} of another workbook has the same name, and differs`;
}

function refusal(path: string, check: Copies['check']): string | undefined {
  try {
    check(path);
    return undefined;
  } catch (error) {
    if (error instanceof PublishError) return error.message.replace(/\.$/, '');
    throw error;
  }
}

/** A file that was there a moment ago and is gone now is empty. */
function bytesOf(file: BesideFile): Uint8Array {
  const bytes = file.read();
  return isUnreadable(bytes) ? new Uint8Array() : bytes;
}
