import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { holderWords } from '../../../model/contract/holder-words.ts';
import type { Holder } from '../../../model/contract/locks-on.ts';
import { isLockWord, lockWords } from '../../../model/contract/lock-words.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Locks } from '../../../model/locks.ts';
import { walk } from '../../../model/walk.ts';

/** The words of `lock` and `open` name something that their thing has. */
export function checkLockWords(dictionary: Dictionary, report: Report): void {
  const { variables, modules, forms, codeLists, locks } = dictionary;
  checkWords({ kind: 'dictionary', name: '' }, locks, NONE, report);
  for (const [name, list] of codeLists) checkWords({ kind: 'code list', name }, list.locks, NONE, report);
  for (const [name, { meaning, columns }] of variables)
    checkWords({ kind: 'variable', name }, meaning, columns, report);
  for (const [name, module] of modules) checkWords({ kind: 'module', name }, module.locks, NONE, report);
  for (const form of forms.values()) {
    checkWords({ kind: 'form', name: form.name.string.text }, form.locks, NONE, report);
    for (const { item } of walk(form.items)) {
      const { name, columns } = item;
      const words = item.kind === 'section' ? item.locks : item.meaning;
      const holder: Holder = { kind: item.kind === 'section' ? 'group' : 'question', name: name.string.text };
      checkWords(holder, words, columns, report, item.kind === 'question' ? item.asked?.changed : undefined);
    }
  }
}

const NONE: ReadonlyMap<string, unknown> = new Map();

function checkWords(
  holder: Holder,
  locks: Locks | undefined,
  columns: ReadonlyMap<string, unknown>,
  report: Report,
  changed?: ReadonlySet<string>,
): void {
  // What a question has of its variable was looked at there.
  for (const key of ['lock', 'open'] as const) {
    if (changed?.has(key) === false) continue;
    for (const { string, origin } of locks?.[key] ?? []) {
      const { text } = string;
      if (isLockWord(text, holder.kind, columns)) continue;
      const suggestion = suggest(text, lockWords[holder.kind]);
      report('unknown-lock-word', origin.location, { key, word: text, holder: holderWords(holder), suggestion });
    }
  }
}
