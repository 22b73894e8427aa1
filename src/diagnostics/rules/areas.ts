import { plural } from '../../core/counts.ts';
import { didYouMean, listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

/** What `lexiform areas` tells of a gazetteer, and of what it changes. */
export const areaRules = {
  'areas-no-table': rule<{ file: string; seems: string }>({
    severity: 'error',
    page: 'areas',
    title: 'A file is no gazetteer',
    why: 'Nothing of it becomes a list, so places would be missing.',
    message: ({ file, seems }) => `${quote(file)} ${seems}.`,
    help: () => 'A row of headings such as ADM1_PCODE, admin1Pcode or adm1_pcode must stand among the first 20 rows.',
  }),
  'areas-encoding': rule<{ file: string }>({
    severity: 'warning',
    page: 'areas',
    title: 'A gazetteer is not saved as UTF-8',
    why: 'If the guess is wrong, names reach the phones with other letters.',
    message: ({ file }) => `${quote(file)} is not UTF-8 and is read as Windows-1252, the encoding of Western Europe.`,
    help: () =>
      'Look at names with accents in the lists. If they are wrong, save the file as "CSV UTF-8" or take the workbook.',
  }),
  'areas-left': rule<{ what: 'column' | 'columns' | 'sheet' | 'sheets'; names: readonly string[] }>({
    severity: 'info',
    page: 'areas',
    title: 'Parts of a gazetteer do not become lists',
    why: 'They are in the gazetteer only.',
    message: ({ what, names }) => `The ${what} ${quotedFew(names)} ${names.length === 1 ? 'is' : 'are'} left out.`,
    help: ({ what, names }) =>
      what.startsWith('column')
        ? `A column that forms are to use can be kept: --attribute ${names[0] ?? ''}`
        : 'If it holds places, give it a row of headings with p-codes.',
  }),
  'area-attribute': rule<{ column: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'areas',
    title: 'A column that is to be kept is not there',
    why: 'The lists would go without it.',
    message: ({ column, suggestion }) => `The gazetteer has no column ${quote(column)}.${didYouMean(suggestion)}`,
    help: ({ suggestion }) => `Write --attribute ${suggestion ?? 'with the heading as it stands in the file'}`,
  }),
  'area-language': rule<{
    kind: 'left' | 'no-names' | 'assumed';
    language: string;
    tag: string;
    known: readonly string[];
  }>({
    severity: 'warning',
    page: 'areas',
    title: 'Names and the languages of the dictionary do not fit together',
    why: 'People would see names in another language than their own.',
    message: ({ kind, language, tag, known }) => {
      if (kind === 'assumed')
        return `Nothing says which language these names are in; they become labels in ${quote(tag)}.`;
      if (kind === 'no-names')
        return `There are no names in ${quote(language)} that could become labels in ${quote(tag)}.`;
      return `The names in ${quote(language)} are left out: the dictionary has ${known.length === 0 ? 'labels in one language' : listed(known, 'and')}.`;
    },
    help: ({ kind, language }) => {
      if (kind === 'assumed') return 'If they are in another one, add a column lang to the gazetteer.';
      if (kind === 'no-names') return 'Say a language of the gazetteer, then one of the dictionary: --language da=prs';
      return `Add the language to languages: of the dictionary, or say which of its languages this is: --language ${language}=TAG`;
    },
  }),
  'area-level-missing': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'areas',
    title: 'A level of a gazetteer is missing',
    why: 'The places below it could not be narrowed by an answer above.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'area-level-derived': rule<{ level: number; below: number; places: number }>({
    severity: 'info',
    page: 'areas',
    title: 'A level has no table of its own',
    why: 'A place without any place below it would be missing.',
    message: ({ level, below, places }) =>
      `Level ${level} (${plural(places, 'place')}) is taken from what the rows of level ${below} say.`,
    help: ({ level }) => `If there is a sheet or a file of level ${level}, name it as well.`,
  }),
  'area-without-code': rule<{ name: string; level: number }>({
    severity: 'error',
    page: 'areas',
    title: 'A place has no p-code',
    why: 'An answer is stored as its code; a place without one cannot be chosen.',
    message: ({ name, level }) => `${quote(name)} of level ${level} has no p-code.`,
    help: () => 'Write its code, or delete the row.',
  }),
  'area-code-twice': rule<{ code: string; level: number; name: string; other: string; same: boolean }>({
    severity: 'error',
    page: 'areas',
    title: 'A p-code stands twice in a level',
    why: 'Answers could not tell the two places apart.',
    message: ({ code, level, name, other, same }) =>
      same
        ? `The row of ${quote(code)} (${quote(name)}) stands twice in level ${level}; the second one is left out.`
        : `${quote(code)} stands twice in level ${level}: for ${quote(other)} and for ${name === other ? 'a place of that name elsewhere' : quote(name)}.`,
    help: ({ same }) =>
      same ? 'Delete one of the two rows.' : 'Give one of them its own code, or delete the row that is wrong.',
  }),
  'area-code-blank': rule<{ code: string; level: number; suggestion: string }>({
    severity: 'error',
    page: 'areas',
    title: 'A p-code holds a blank',
    why: 'An answer is stored as its code, several answers with blanks between them, so this one would fall apart.',
    message: ({ code, level }) => `The p-code ${quote(code)} of level ${level} holds a blank.`,
    help: ({ suggestion }) => `If it is a slip, write ${quote(suggestion)}, here and in the rows below it.`,
  }),
  'area-code-number': rule<{ kind: 'numbers' | 'spoilt' | 'zero'; count: number; code: string; what: string }>({
    severity: 'warning',
    page: 'areas',
    title: 'Excel took p-codes for numbers',
    why: 'Excel takes away zeros in front and rounds long numbers, and then the codes fit no other data.',
    message: ({ kind, count, code, what }) => {
      const codes = count === 1 ? 'A p-code' : `${plural(count, 'p-code')}`;
      if (kind === 'spoilt') return `Excel keeps ${what} here, ${quote(code)}, where a p-code should stand.`;
      if (kind === 'numbers')
        return `${codes} of this column ${count === 1 ? 'is a number' : 'are numbers'} to Excel, such as ${quote(code)}.`;
      return `${codes} of this level ${count === 1 ? 'is' : 'are'} a digit shorter than the others: is ${quote(code)} meant to be ${quote(what)}?`;
    },
    help: ({ kind }) =>
      kind === 'spoilt'
        ? 'Give the column the format Text, and type the code again.'
        : 'Compare with the source. If zeros in front are gone, give the column the format Text and type the codes again.',
  }),
  'area-parent-missing': rule<{ code: string; name: string; level: number; above: number }>({
    severity: 'error',
    page: 'areas',
    title: 'A place does not say in which one it lies',
    why: 'No answer to the question above would ever offer it.',
    message: ({ code, name, level, above }) =>
      `${quote(code)} (${quote(name)}) of level ${level} has no code of level ${above}.`,
    help: ({ above }) => `Write the code of the place of level ${above} in its row.`,
  }),
  'area-parent-unknown': rule<{
    code: string;
    above: number;
    level: number;
    count: number;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: 'areas',
    title: 'A place lies in one that is in no table',
    why: 'No answer to the question above would ever offer it.',
    message: ({ code, above, level, count, suggestion }) =>
      `${count === 1 ? 'A place' : plural(count, 'place')} of level ${level} ${count === 1 ? 'lies' : 'lie'} in ${quote(code)}, which no table has as a place of level ${above}.${didYouMean(suggestion)}`,
    help: ({ code, above, suggestion }) => {
      if (suggestion === undefined)
        return `Add the place to the table of level ${above}, or correct the code. Are all files of the same edition?`;
      if (withoutZeros(code) !== withoutZeros(suggestion))
        return `Write ${suggestion}, or add the place to the table of level ${above}.`;
      const longer = code.length > suggestion.length ? code : suggestion;
      return `Write ${longer} in both tables: Excel takes zeros in front away unless the column has the format Text.`;
    },
  }),
  'area-parent-differs': rule<{ code: string; name: string; level: number; above: number; one: string; other: string }>(
    {
      severity: 'error',
      page: 'areas',
      title: 'A place lies in different ones by different rows',
      why: 'It could be offered below one of them only, and nobody knows which.',
      message: ({ code, name, level, above, one, other }) =>
        `${quote(code)} (${quote(name)}) of level ${level} lies in ${quote(other)} of level ${above} by this row, and in ${quote(one)} by another.`,
      help: () => 'Correct the row that is wrong. Are all files of the same edition?',
    },
  ),
  'area-name-missing': rule<{
    code: string;
    level: number;
    language: string;
    known: string;
    count: number;
    all: boolean;
  }>({
    severity: 'warning',
    page: 'areas',
    title: 'A place has no name in a language',
    why: 'Forms show the name of the default language instead; a place without any name cannot be shown at all.',
    message: ({ code, level, language, known, count, all }) => {
      if (known === '') return `${quote(code)} of level ${level} has no name.`;
      if (all)
        return `Level ${level} has no names in ${quote(language)}: ${plural(count, 'place')} get no label in it.`;
      return `${quote(code)} (${quote(known)}) of level ${level} has no name in ${quote(language)}.`;
    },
    help: ({ known, all }) =>
      known !== '' && all
        ? 'If names of another language serve as well, say so: --language en=fr. Names that are filled in by hand in the CSV stay.'
        : 'Write the name in its row. A name that is filled in by hand in the CSV stays as well.',
  }),
  'area-name-differs': rule<{ code: string; level: number; one: string; other: string }>({
    severity: 'warning',
    page: 'areas',
    title: 'A place has different names in different rows',
    why: 'The list has the name of the table of its level.',
    message: ({ code, level, one, other }) =>
      `${quote(code)} of level ${level} is called ${quote(other)} in this row, and ${quote(one)} in its own.`,
    help: () => 'Look whether the code is right. If it is, nothing needs to be done.',
  }),
  'area-name-twice': rule<{ name: string; code: string; other: string; parent: string; level: number }>({
    severity: 'warning',
    page: 'areas',
    title: 'Two places of one name lie in the same place',
    why: 'Whoever has to choose cannot tell the two apart.',
    message: ({ name, code, other, parent, level }) =>
      `${quote(name)} is the name of ${quote(other)} and of ${quote(code)}, both of level ${level}${parent === '' ? '' : ` in ${quote(parent)}`}.`,
    help: () => 'Add to the names what tells the two apart, such as a neighbouring place, or delete one of them.',
  }),
  'area-text-cleaned': rule<{ heading: string; count: number; text: string }>({
    severity: 'info',
    page: 'areas',
    title: 'Blanks and letters of names and codes are tidied up',
    why: 'Blanks that nobody sees, and accents that are signs of their own, make equal texts differ.',
    message: ({ heading, count, text }) =>
      `${plural(count, 'cell')} of ${quote(heading)} ${count === 1 ? 'is' : 'are'} tidied up (blanks, composed letters), such as ${quote(text)}.`,
    help: () => 'Nothing needs to be done.',
  }),
  'area-code-prefix': rule<{ code: string; parent: string; level: number; count: number; places: number }>({
    severity: 'info',
    page: 'areas',
    title: 'A p-code does not begin with that of the place above',
    why: 'Where other codes do, it can be a slip; but there are countries with such codes. Places belong together by their rows.',
    message: ({ code, parent, level, count, places }) =>
      `${plural(count, 'code')} of ${plural(places, 'place')} of level ${level} ${count === 1 ? 'does' : 'do'} not begin with the code above, such as ${quote(code)} in ${quote(parent)}.`,
    help: () => 'Look whether it lies there. If it does, nothing needs to be done.',
  }),
  'area-ended': rule<{ codes: readonly string[]; level: number; day: string }>({
    severity: 'info',
    page: 'areas',
    title: 'A place has ended',
    why: 'It is not offered any more; answers that hold its code stay valid.',
    message: ({ codes, level, day }) =>
      codes.length === 1
        ? `${quote(codes[0] ?? '')} of level ${level} ended on ${day} and is marked as retired.`
        : `${codes.length} places of level ${level} have ended and are marked as retired: ${quotedFew(codes)}.`,
    help: () => 'Nothing needs to be done.',
  }),
  'areas-undated': rule<{ file: string }>({
    severity: 'info',
    page: 'areas',
    title: 'A gazetteer does not say of when it is',
    why: 'Data of two years can be compared only if it is known by which edition places were coded.',
    message: ({ file }) => `${quote(file)} has no version and no date.`,
    help: () => 'Say it, as the page says it from which the gazetteer comes: --edition v02',
  }),
};

function withoutZeros(code: string): string {
  return code.replace(/^0+/, '');
}
