import * as fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, test } from 'vitest';
import { XmlScanner } from '../../src/formats/xml-scan.ts';

type Event = readonly [kind: 'open' | 'close' | 'text', ...rest: readonly unknown[]];

/** What a document holds, its texts put together; or that it is refused. `portion`: how many characters come at a time. */
function scanned(document: string, portion = document.length || 1): readonly Event[] | 'refused' {
  const events: Event[] = [];
  const scanner = new XmlScanner({
    doctype: () => {
      throw new Error('a document type');
    },
    open: (name, attributes) => events.push(['open', name, Object.entries(attributes)]),
    text: (text) => addText(events, text),
    close: () => events.push(['close']),
  });
  try {
    for (let at = 0; at < document.length; at += portion) scanner.write(document.slice(at, at + portion));
    scanner.close();
    return insideRoot(events);
  } catch {
    return 'refused';
  }
}

/** The same by a library that is known to be strict. */
function known(document: string): readonly Event[] | 'refused' {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
    events.push(['open', name, Object.entries(attributes)]),
  );
  parser.on('text', (text) => addText(events, text));
  parser.on('cdata', (text) => addText(events, text));
  parser.on('closetag', () => events.push(['close']));
  try {
    parser.write(document).close();
    return insideRoot(events);
  } catch {
    return 'refused';
  }
}

/** What that library lets pass, and is not well-formed: a word right behind the `?` that could have ended an instruction. */
const MISSED = /<\?[^\s?]+\?(?!>)/;

function addText(events: Event[], text: string): void {
  const last = events.at(-1);
  if (last?.[0] === 'text') events.splice(-1, 1, ['text', `${String(last[1])}${text}`]);
  else if (text !== '') events.push(['text', text]);
}

/** Without the blanks before and after it. */
function insideRoot(events: readonly Event[]): readonly Event[] {
  const isOutside = (event: Event | undefined): boolean => event?.[0] === 'text';
  return events.slice(isOutside(events[0]) ? 1 : 0, isOutside(events.at(-1)) ? -1 : undefined);
}

const element = ([name, attributes, inside]: readonly [string, string, string]): string =>
  `<${name}${attributes}>${inside}</${name}>`;

const name = fc.constantFrom('a', 'row', 'x:c', '_', 'é', 'naïve-1.2', '𐐀', '__proto__', 'constructor');
const characters = [
  'a',
  ' ',
  '\n',
  '\t',
  '\r',
  '\r\n',
  'é',
  '😀',
  '>',
  '"',
  "'",
  ']',
  '&amp;',
  '&lt;',
  '&#65;',
  '&#13;',
];
const character = fc.constantFrom(...characters, '&#x1F600;');
const content = fc.string({ unit: character, maxLength: 6 });
const attributes = fc
  .uniqueArray(fc.tuple(name, content, fc.constantFrom(' ', '\n ', '\t'), fc.constantFrom('=', ' = ')), {
    maxLength: 3,
    selector: ([own]) => own,
  })
  .map((all) => all.map(([own, value, blank, equals]) => `${blank}${own}${equals}"${quoted(value)}"`).join(''));

function quoted(value: string): string {
  return value.replaceAll('"', '&quot;');
}

const { tree } = fc.letrec<{ tree: string; piece: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, attributes, fc.constantFrom('', ' ')).map(([own, all, blank]) => `<${own}${all}${blank}/>`),
    fc
      .tuple(
        name,
        attributes,
        fc.array(tie('piece'), { maxLength: 4 }).map((all) => all.join('')),
      )
      .map(element),
  ),
  piece: fc.oneof(
    tie('tree'),
    content,
    content.map((text) => `<![CDATA[${text}]]>`),
    fc.constantFrom('<!---->', '<!-- - < > & -->', '<?pi?>', '<?p i ? < ?>', '<![CDATA[]]>', '<![CDATA[]]]]>'),
  ),
}));

const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0"?>', "<?xml version='1.0' encoding='UTF-8' standalone = \"yes\" ?>\r\n"),
    fc.constantFrom('', ' ', '<!-- a -->', '\n<?pi a?>\n'),
    tree,
    fc.constantFrom('', '\r\n', '<!---->', '<?pi?> '),
  )
  .map((parts) => parts.join(''));

function changed(text: string, [place, length, by]: readonly [number, number, string]): string {
  const all = [...text];
  const at = place % (all.length + 1);
  return [...all.slice(0, at), by, ...all.slice(at + length)].join('');
}

describe('a document', () => {
  test('is taken in as a known library does, in pieces of any length', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 20 }), (text, portion) => {
        const expected = known(text);
        expect(scanned(text)).toEqual(expected);
        expect(scanned(text, portion)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('is refused where that library refuses it, and only there', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.nat(3),
      fc.constantFrom(...'<>/!?-=&;#"\'[] ax:1\n\u0001\uffff', '', ']]>', '--'),
    );
    fc.assert(
      fc.property(document, fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(9), (text, changes, portion) => {
        const broken = changes.reduce(changed, text);
        fc.pre(!MISSED.test(broken));
        const expected = known(broken);
        expect(scanned(broken)).toEqual(expected);
        expect(scanned(broken, portion + 1)).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test('can be any words, and is refused where that library refuses it', () => {
    const inTags = [
      '<a>',
      '</a>',
      '<a',
      '<b ',
      'x="1"',
      "y='",
      '>',
      '/>',
      '</b\n>',
      '&amp;',
      '&x;',
      '&#0;',
      '&#xd800;',
    ];
    const between = ['<!--', '-->', '--', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<?XML?>', '<?', '?>', '<!X'];
    const word = fc.constantFrom(...inTags, ...between, 'p ', 'text', ' ', '&#x110000;');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.nat(9), (words, portion) => {
        const text = words.join('');
        fc.pre(!MISSED.test(text));
        expect(scanned(text, portion + 1)).toEqual(known(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('what is not well-formed', () => {
  test.each([
    ['nothing', ''],
    ['no root', '<!-- a -->'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>text'],
    ['an element that is not closed', '<a><b></a>'],
    ['an end without a beginning', '</a>'],
    ['an end of another', '<a></ab>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['attributes without a blank between', '<a x="1"y="2"/>'],
    ['an attribute without quotes', '<a x=1/>'],
    ['a < in an attribute', '<a x="<"/>'],
    ['a name that begins with a digit', '<1/>'],
    ['a character that is not allowed', '<a>\u0000</a>'],
    ['a reference to a character that is not allowed', '<a>&#8;</a>'],
    ['a reference to half a character', '<a>&#xD83D;&#xDE00;</a>'],
    ['a reference to nothing that is known', '<a>&nbsp;</a>'],
    ['a reference without an end', '<a>&amp</a>'],
    ['two dashes in a comment', '<a><!-- -- --></a>'],
    ['the end of a CDATA section in a text', '<a>]]></a>'],
    ['a declaration that is not the first', ' <?xml version="1.0"?><a/>'],
    ['a declaration of the wrong order', '<?xml encoding="utf-8" version="1.0"?><a/>'],
    ['an instruction without a blank behind its name', '<?a?b ?><a/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
  ])('%s', (_, text) => {
    expect(scanned(text)).toBe('refused');
    expect(scanned(text, 1)).toBe('refused');
  });
});
