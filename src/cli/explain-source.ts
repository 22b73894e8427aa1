import type { Card, CardSource } from '../emit/card/card.ts';
import { cardsAt } from '../emit/card/cell-card.ts';
import { cardsNamed, type Found } from '../emit/card/find.ts';
import { summaryCard } from '../emit/card/form-card.ts';
import { findCell, isProblem, parseAddress } from '../emit/card/grid.ts';
import { quotedFew } from '../diagnostics/quote.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { FileTree } from '../source/files.ts';
import type { CommonOptions } from './options.ts';
import { printCards } from '../printers/card.ts';
import { proseWidth } from '../printers/wrap.ts';
import { cardSource, gridBuilt, gridRead } from './card-source.ts';
import { type CheckedSource, readWhole } from './checked-source.ts';
import { printFindings } from './findings.ts';
import { EXIT, type ExitCode, type Host, UsageError } from './host.ts';

/** So many cards of one name are read; what is beyond is found with --form. */
const MOST_CARDS = 5;

/** Prints what a name or a cell of a source is; without one, what the source holds. */
export async function explainSource(
  tree: FileTree,
  name: string | undefined,
  options: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const checked = readWhole(tree, { ...options, unnamed: 'core' }, host);
  const { dictionary } = checked;
  if (!dictionary) return printFindings(checked.diagnostics, options, host, host.now());
  const source = cardSource(checked, dictionary);
  const cards =
    name === undefined
      ? [summaryCard(dictionary.name.string.text, source)]
      : cardsFor(name, tree, checked, dictionary, source);
  const text = printCards(cards.slice(0, MOST_CARDS), {
    width: proseWidth(host.width),
    color: host.color && options.color,
  });
  const more = cards.length - MOST_CARDS;
  host.out(more > 0 ? `${text}\n… and ${more} more of this name. --form NAME keeps to one form.\n` : text);
  return EXIT.clean;
}

function cardsFor(
  name: string,
  tree: FileTree,
  checked: CheckedSource,
  dictionary: Dictionary,
  source: CardSource,
): readonly Card[] {
  const found = cardsNamed(name, source);
  const address = found.kind === 'problem' ? parseAddress(name) : undefined;
  const result = address ? cardsOfCell(address, tree, checked, dictionary, source) : found;
  if (result.kind === 'problem') throw new UsageError(result.problem.message, result.problem.help);
  return result.cards;
}

function cardsOfCell(
  address: NonNullable<ReturnType<typeof parseAddress>>,
  tree: FileTree,
  checked: CheckedSource,
  dictionary: Dictionary,
  source: CardSource,
): Found {
  const [form, ...others] = source.reader.catalogue.forms;
  if (!form || others.length > 0) return { kind: 'problem', problem: whichForm([...checked.forms.keys()]) };
  const written = checked.forms.get(form.name) ?? form.form;
  const grid = tree.workbook === undefined ? gridBuilt(checked, dictionary, written) : gridRead(tree, tree.workbook);
  const target = findCell(address, grid);
  if (isProblem(target)) return { kind: 'problem', problem: target };
  return { kind: 'cards', cards: cardsAt(target, grid, form, source) };
}

function whichForm(names: readonly string[]): { readonly message: string; readonly help: string } {
  return names.length === 0
    ? { message: 'The dictionary has no form, so no workbook is built of it.', help: 'Name a list or a variable.' }
    : {
        message: `The dictionary has ${names.length} forms, and each has a workbook of its own: ${quotedFew(names)}.`,
        help: `Say which one, such as: --form ${names[0] ?? ''}`,
      };
}
