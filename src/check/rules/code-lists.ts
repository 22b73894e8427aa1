import type { Report } from '../../diagnostics/collector.ts';
import { type Code, type CodeList, offeredCodes, physicalName } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import { listOfFile } from '../../model/deliver/instances.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { listOf } from '../../model/type-use.ts';
import { gather } from '../../model/walk.ts';

export function checkCodeLists(dictionary: Dictionary, report: Report): void {
  const lists = [...dictionary.codeLists.values()];
  for (const list of lists) {
    if (!list.damaged && offeredCodes(list).length === 0)
      report('empty-code-list', list.origin.location, { list: list.name });
    checkRepeats(list, report);
  }
  checkCodeNames(lists, listsOfMultiple(dictionary), report);
}

/** The lists whose codes are stored several in one answer, with blanks between them. */
function listsOfMultiple({ forms }: Dictionary): ReadonlySet<string | undefined> {
  return new Set([...forms.values()].flatMap((form) => listsOfSeveral(form.items)));
}

const listsOfSeveral = gather((item) => {
  const several = item.kind === 'question' && (item.type.word === 'select_multiple' || item.type.word === 'rank');
  return several ? [listOf(item.type)?.string.text] : [];
});

/** A code that several lists include is told once, in the name of its own list, which is the shortest. */
function checkCodeNames(lists: readonly CodeList[], inMultiple: ReadonlySet<string | undefined>, report: Report): void {
  const holders = new Map<Code, CodeList[]>();
  for (const list of lists)
    for (const code of list.codes) if (!isCode(code)) holders.set(code, [...(holders.get(code) ?? []), list]);
  for (const [{ name }, [first, ...others]] of holders) {
    if (!first) continue;
    const own = others.reduce((shortest, list) => (list.codes.length < shortest.codes.length ? list : shortest), first);
    const { text } = name.string;
    const falls = text === '' || [first, ...others].some((list) => inMultiple.has(list.name));
    report(
      'invalid-code',
      name.origin.location,
      { code: text, list: own.name, suggestion: speakable(text) },
      { severity: falls ? 'error' : 'warning' },
    );
  }
}

/** A code that can be written in an expression too, where an apostrophe would end the text. */
function speakable(code: string): string {
  return code
    .replaceAll(/['"‘’“”]/g, '')
    .trim()
    .replaceAll(/\s+/g, '_');
}

function isCode({ name }: Code): boolean {
  return name.string.text !== '' && !/\s/.test(name.string.text);
}

function checkRepeats(list: CodeList, report: Report): void {
  if (list.repeats) return;
  const seen = new Map<string, Code>();
  for (const code of list.codes.filter(isCode)) {
    const { text } = code.name.string;
    const earlier = seen.get(text);
    if (!earlier) seen.set(text, code);
    else
      report(
        'duplicate-code',
        code.name.origin.location,
        { code: text, list: list.name },
        { related: [{ message: 'first here', location: earlier.name.origin.location }] },
      );
  }
}

/** Two lists of one form that bear one name in the workbook would be one list there. */
export function checkListNames(lists: readonly CodeList[], report: Report): void {
  const seen = new Map<string, CodeList>();
  for (const list of lists) {
    const name = physicalName(list);
    const earlier = seen.get(name);
    if (earlier)
      report(
        'same-in-workbook',
        (list.as ?? list).origin.location,
        { name, what: 'code lists' },
        { related: [{ message: 'first here', location: (earlier.as ?? earlier).origin.location }] },
      );
    else seen.set(name, list);
  }
}

/** What goes out otherwise than its author may think: placeholders, and long lists in one language. */
export function checkDelivery(
  lists: readonly CodeList[],
  form: Form,
  dictionary: Dictionary,
  deliveries: readonly Delivery[],
  report: Report,
): void {
  const language = dictionary.languages.find(({ tag }) => tag === form.defaultLanguage)?.name ?? '';
  const asked = new Set(deliveries.flatMap(filesAsked));
  for (const list of lists) {
    const { name } = list;
    if (list.country === 'replace') checkPlaceholders(list, dictionary, report);
    if (list.delivery === undefined && form.languages.length > 1 && asked.has(physicalName(list)))
      report('external-list-language', list.origin.location, { list: name, codes: list.codes.length, language });
  }
}

/** A country that has not replaced the list sends the placeholders of the core to the field. */
function checkPlaceholders({ name, codes, origin }: CodeList, { country }: Dictionary, report: Report): void {
  const placeholders = new Set(country?.core.codeLists.get(name)?.codes.map((code) => code.name.string.text));
  const isOwn = codes.length === 0 || !codes.every((code) => placeholders.has(code.name.string.text));
  if (country && isOwn) return;
  report('placeholder-list', origin.location, { list: name, country: country?.id.string.text });
}

const filesOf = gather((item) => (item.kind === 'question' ? [listOfFile(item.type)] : []));

/** The names of the lists that questions read from files. */
function filesAsked({ form, external }: Delivery): readonly string[] {
  const files = new Set(filesOf(form.items));
  return external.map(physicalName).filter((name) => files.has(name));
}
