import type { CellLocation, Location, RecordLocation, SourceText, TextLocation } from '../../src/core/location.ts';
import { createCollector, type Report } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

/** A file and a place in it: `⟨` and `⟩` stand around the place, and are not part of the text. */
export function marked(path: string, content: string): TextLocation {
  const start = content.indexOf('⟨');
  const end = content.indexOf('⟩') - 1;
  return { kind: 'text', source: { path, text: content.replaceAll(/[⟨⟩]/g, '') }, start, end };
}

/** A word of a file, where it first stands. */
export function at(source: SourceText, word: string): TextLocation {
  const start = source.text.indexOf(word);
  return { kind: 'text', source, start, end: start + word.length };
}

export const cell: CellLocation = {
  kind: 'cell',
  file: 'forms/household.xlsx',
  sheet: 'survey',
  row: 14,
  cell: 'F14',
  value: "selected(${water}, 'well') and ${agee} > 5",
  rowCells: () => [
    { cell: 'A14', heading: 'type', value: 'select_one distance' },
    { cell: 'B14', heading: 'name', value: 'water_distance' },
    { cell: 'C14', heading: 'label::English (en)', value: 'How far is the well?\nAsk for the way there only.' },
    { cell: 'D14', heading: 'label::العربية (ar)', value: 'كم تبعد البئر؟' },
    { cell: 'E14', heading: 'notes', value: 'nobody looks here' },
    { cell: 'F14', heading: 'relevant', value: "selected(${water}, 'well') and ${agee} > 5" },
  ],
};

export const record: RecordLocation = {
  kind: 'record',
  file: 'data/2024-05.json',
  record: '8f3e1c2a',
  path: 'members[2]/age',
};

/** What a stage of the compiler would report. */
export function found(stage: (report: Report) => void): readonly Diagnostic[] {
  const collector = createCollector();
  stage(collector.report);
  return collector.diagnostics();
}

const unknownType = (type: string): { type: string; suggestion: string | undefined } => ({
  type,
  suggestion: undefined,
});

const wash = {
  path: 'dictionary/modules/wash.yaml',
  text: [
    'variables:',
    '  water_source:',
    '    label: { en: Where do you get water? }',
    '    type: selekt_one water',
    '  water_source:',
    '    label: { en: Where do you get drinking water? }',
    '    type: select_one watr',
    '',
  ].join('\n'),
};

const lists = {
  path: 'dictionary/codelists.yaml',
  text: '# Shared lists\ncodelists:\n  water:\n    codes: { well: Well, well: River }\n',
};

const words = (count: number): string => 'lorem ipsum '.repeat(count);

/** One scene for each thing that is hard to show. */
export const scenes: Readonly<Record<string, readonly Diagnostic[]>> = {
  none: [],
  plain: found((report) =>
    report('unknown-type', at(wash, 'selekt_one'), { type: 'selekt_one water', suggestion: 'select_one' }),
  ),
  'related place near by': found((report) => {
    const start = wash.text.lastIndexOf('water_source');
    const second: Location = { kind: 'text', source: wash, start, end: start + 'water_source'.length };
    const first = { message: 'first defined here', location: at(wash, 'water_source') };
    report('duplicate-definition', second, { name: 'water_source', section: 'variables' }, { related: [first] });
  }),
  'related place in another file': found((report) => {
    const related = [{ message: 'The list is defined here.', location: at(lists, 'water') }];
    report('unknown-code-list', at(wash, 'watr'), { name: 'watr', suggestion: 'water' }, { related });
  }),
  'two marks in one line': found((report) => {
    const location: TextLocation = { ...at(lists, 'well: River'), end: lists.text.indexOf('well: River') + 4 };
    const related = [{ message: 'the same code', location: at(lists, 'well') }];
    report('duplicate-code', location, { code: 'well', list: 'water' }, { related });
  }),
  'right to left': found((report) =>
    report(
      'needs-quotes',
      marked(
        'locales/ar.yaml',
        'variables:\n  water: { label: "ما هو مصدر ⟨الماء⟩؟", hint: نعم }\n  age: كم عمرك؟ # years\n',
      ),
      { problem: 'The text "\u2068الماء\u2069" holds a sign that YAML would read.', fix: 'Put the text in quotes.' },
    ),
  ),
  'wide letters': found((report) =>
    report('unknown-type', marked('a.yaml', 'ask: 👨‍👩‍👧 年齢は？ { type: ⟨整数⟩ } # é, e\u0301\n'), unknownType('整数')),
  ),
  tabs: found((report) =>
    report('yaml-syntax', marked('a.yaml', 'variables:\n\tage:\n\t\ttype:\t⟨integer⟩\t# tab\n'), {
      problem: 'A tab cannot stand here.',
      help: 'Use blanks.',
    }),
  ),
  crlf: found((report) =>
    report('unknown-type', marked('a.yaml', 'age:\r\n  type: ⟨int⟩\r\n  label: Age\r\n'), unknownType('int')),
  ),
  'several lines': found((report) => {
    const rows = ['      a: One', '', '      c: Three', '      d: Four', '      e: Five'].join('\n');
    const place = marked('a.yaml', `codelists:\n  one:\n    ⟨codes:\n${rows}\n⟩  two: {}\n`);
    report('wrong-shape', place, { key: 'codes', expected: 'a list', found: 'a map', example: '[a, b]' });
  }),
  'long line': found((report) => {
    report(
      'unknown-type',
      marked('a.yaml', `label: ${words(30)}⟨here⟩ ${words(30)}\nnext: ${words(20)}\n`),
      unknownType('here'),
    );
  }),
  cell: found((report) =>
    report('unknown-reference', cell, {
      name: 'agee',
      form: 'household',
      suggestion: 'age',
      defined: false,
      retired: undefined,
      country: undefined,
    }),
  ),
  record: found((report) => {
    const related = [
      { message: 'the constraint', location: marked('dictionary/a.yaml', 'age:\n  constraint: ⟨. < 120⟩\n') },
    ];
    report(
      'wrong-value',
      record,
      { key: 'age', value: '131', allowed: 'what is below 120', suggestion: undefined },
      { related },
    );
  }),
  'escape sequence': found((report) => {
    const place = marked(
      'evil\u001B[2J.yaml',
      'type: \u001B]0;owned\u0007⟨\u001B[31mred⟩\u009B1m \u202Eright\r# over\n',
    );
    report('unknown-type', place, unknownType('\u001B[31mred'));
  }),
  'empty file': found((report) =>
    report('missing-key', marked('dictionary/dictionary.yaml', '⟨⟩'), {
      key: 'name',
      what: 'The manifest',
      example: 'my_survey',
    }),
  ),
  'end of a file': found((report) =>
    report('missing-key', marked('a.yaml', 'name: x\n\n⟨⟩'), {
      key: 'title',
      what: 'The manifest',
      example: 'My survey',
    }),
  ),
  'a fix': found((report) => {
    const place = marked('a.yaml', 'relevant: ${a} = ⟨‘yes’⟩\n');
    const fix = { title: 'Type straight quotes', edits: [{ at: place, text: "'yes'" }] };
    report('curly-quotes', place, { key: 'relevant' }, { fix });
  }),
  'hostile words': found((report) => {
    const problem = '<b>x</b> | `a` *b* @all [x](https://evil.test) %0A::error::x\r\n::warning::y & ##[group]';
    report('yaml-syntax', marked('a,b:c%.yaml', '⟨x⟩\n'), { problem, help: '"]]> --> {0}' });
  }),
  'many of a kind': found((report) => {
    const source = {
      path: 'a.yaml',
      text: Array.from({ length: 14 }, (_, index) => `q${index}: { type: txt }\n`).join(''),
    };
    for (const match of source.text.matchAll(/txt/g)) {
      const place = { kind: 'text', source, start: match.index, end: match.index + 3 } as const;
      report('unknown-type', place, { type: 'txt', suggestion: 'text' });
    }
    report('not-compiled', at(source, 'q13'), { what: 'q13' });
  }),
};
