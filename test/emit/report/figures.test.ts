import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/vocabulary/profiles.ts';
import { reportOn } from './report.ts';

/** The calls of partials in a template, without the frame of the page. */
function calls(items: string, more = '', profile: Profile = 'kobo'): string {
  const template = reportOn(`${more}\nforms:\n  f:\n    items:\n${items}`, undefined, profile).template(`en`);
  return [...template.replace(/^\{\{!--.*?--\}\}/s, '').matchAll(/\{\{> (?!notes)(.*?)\}\}/g)]
    .map(([, call]) => call)
    .join('\n');
}

/** What is left out, by reason. */
function leftOut(items: string, more = ''): string {
  const template = reportOn(`${more}\nforms:\n  f:\n    items:\n${items}`).template('en');
  return template.split('Left out of this report:')[1]?.replace('--}}', '').trim() ?? '';
}

const list =
  'codelists:\n  l: { codes: { a: A, b: B } }\n  long: { codes: { ' +
  Array.from({ length: 21 }, (_, i) => `c${i}: C`).join(', ') +
  ' } }';

describe('a question gets the figure that suits its answers', () => {
  it('by its type', () => {
    expect(
      calls(
        `
      - { ask: one, type: select_one l, label: Q }
      - { ask: several, type: select_multiple l, label: Q }
      - { ask: ranked, type: rank l, label: Q }
      - { ask: file, type: select_one_from_file other.csv, label: Q }
      - { ask: whole, type: integer, label: Q }
      - { ask: broken, type: decimal, label: Q }
      - { ask: slider, type: range, label: Q, parameters: start=0 end=5 step=1 }
      - { ask: day, type: date, label: Q }
      - { ask: hour, type: time, label: Q }
      - { ask: moment, type: dateTime, label: Q }
      - { ask: words, type: text, label: Q }
      - { ask: stripes, type: barcode, label: Q }
      - { ask: picture, type: image, label: Q }
      - { ask: point, type: geopoint, label: Q }
      - { ask: seen, type: acknowledge, label: Q }
        `,
        list,
      ),
    ).toMatchInlineSnapshot(`
      "frequency of="one"
      frequency of="several"
      frequency of="ranked"
      frequency of="file" top=15
      summary of="whole"
      summary of="broken"
      summary of="slider"
      dates of="day"
      dates of="hour"
      dates of="moment"
      answers of="words"
      answers of="stripes"
      answers of="picture"
      answers of="point"
      answers of="seen""
    `);
  });

  it('and a long list the most frequent answers only', () => {
    expect(calls('      - { ask: q, type: select_one long, label: Q }', list)).toBe('frequency of="q" top=15');
  });

  it('in the rows of a rating and of a ranking with the list of the section', () => {
    const items = `
      - group: rated
        type: score
        label: R
        kobo--score-choices: l
        items: [{ ask: row, type: score__row, label: Q }]
      - group: ranked
        type: rank
        label: R
        kobo--rank-items: l
        items: [{ ask: first, type: rank__level, label: Q }]
`;
    expect(calls(items, list)).toBe('frequency of="rated/row"\nfrequency of="ranked/first"');
    const { figures } = reportOn(`${list}\nforms:\n  f:\n    items:\n${items}`).empty();
    expect([...figures.values()].map((figure) => figure.kind === 'frequency' && figure.rows.length)).toEqual([2, 2]);
  });

  it('in a matrix once for each of its rows, under the names that KoboToolbox gives them', () => {
    const matrix = `
      - group: things
        type: kobomatrix
        label: M
        kobo--matrix_list: l
        items: [{ ask: owned, type: select_one l, label: Owned? }, { ask: number, type: integer, label: How many? }]
`;
    expect(calls(matrix, list).split('\n')).toEqual([
      'frequency of="things_a/things_a_owned"',
      'summary of="things_a/things_a_number"',
      'frequency of="things_b/things_b_owned"',
      'summary of="things_b/things_b_number"',
    ]);
    const template = reportOn(`${list}\nforms:\n  f:\n    items:\n${matrix}`).template('en');
    expect([...template.matchAll(/<h[34]>(.*)<\/h[34]>/g)].map(([, text]) => text)).toEqual([
      'A',
      'Owned?',
      'How many?',
      'B',
      'Owned?',
      'How many?',
    ]);
  });

  it('in the section of its group, with a line on what a repeat counts', () => {
    expect(
      calls(`
      - group: g
        label: G
        items:
          - repeat: r
            label: R
            items: [{ ask: q, type: integer, label: Q }]
      - repeat: nothing_to_count
        label: R
        items: [{ note: n, label: N }]
      `),
    ).toBe('entries of="g/r"\nsummary of="g/r/q"');
  });
});

const calculated = (calculation: string): string =>
  calls(`
      - { ask: size, type: integer, label: Q }
      - { ask: name, type: text, label: Q }
      - { calculate: half, calculation: "\${size} div 2" }
      - { calculate: around, calculation: "\${circle}" }
      - { calculate: circle, calculation: "\${around}" }
      - { calculate: c, calculation: "${calculation}" }
    `).includes('summary of="c"')
    ? 'number'
    : 'left out';

describe('a calculation', () => {
  it.each([
    "1 + number('x')",
    '-${size}',
    '(${half})',
    'sum(${size})',
    "if(${size} > 0, round(${half}, 2), '')",
    "coalesce(${size}, '')",
    'once(${half})',
    'if(true(), 1, 0)',
    'string-length(${name})',
  ])('has a summary where it can only be a number: %s', (calculation) =>
    expect(calculated(calculation)).toBe('number'),
  );

  it.each([
    "concat(${size}, '')",
    "if(${size} > 0, 1, 'none')",
    '${name}',
    '${size} > 3',
    "''",
    "if(${size} > 0, '', '')",
    'today()',
    "pulldata('l', 'a', 'b', 'c')",
    '${circle}',
    '../size',
    '${nowhere}',
    'jr:choice-name(${size}, 1)',
    `${'if(true(), '.repeat(150)}1${', 1)'.repeat(150)}`,
    'position(..)',
  ])('is left out where it may be something else: %s', (calculation) =>
    expect(calculated(calculation)).toBe('left out'),
  );
});

const withOther = (sensitivity: string): string => `
      - { ask: q, type: select_one o, label: Which?, specify: q_more, sensitivity: ${sensitivity} }
      - { ask: p, type: select_one l or_other, label: What?, sensitivity: ${sensitivity} }`;

describe('a report leaves out, and says why', () => {
  it('what nobody answers, and what identifies or could expose people', () => {
    expect(
      leftOut(
        `
      - { ask: start, type: start }
      - { note: n, label: N }
      - { ask: secret, type: hidden }
      - { calculate: said, calculation: "concat('a', 'b')" }
      - { ask: number, type: integer, label: Q, identifies: direct }
      - { ask: chosen, type: select_one l, label: Q, identifies: direct }
      - { ask: story, type: text, label: Q, sensitivity: sensitive }
      - { ask: voice, type: audio, label: Q, sensitivity: personal }
      - { ask: where, type: geopoint, label: Q, sensitivity: sensitive }
      - repeat: r
        label: R
        items:
          - { calculate: place, calculation: position(..) }
      - { group: round, type: loop over l, label: M, items: [{ ask: p, type: integer, label: Q }] }
      - { ask: odd, type: mystery, label: Q }
      - { ask: "a b", type: integer, label: Q }
        `,
        list,
      ),
    ).toMatchInlineSnapshot(`
      "filled in by the device:
          start

        a note, which nobody answers:
          n

        never shown to anybody:
          secret

        a calculation that is not certainly a number:
          said

        identifies a person directly:
          number
          chosen

        personal or sensitive text, file or place:
          story
          voice
          where

        the place of an entry in its repeat:
          r/place

        a loop, asked once for each code of a list; add what you need by hand:
          round

        of a type that reports do not know:
          odd

        without a name that submissions could have:
          a b"
    `);
  });

  it('nothing where everything is shown', () => {
    expect(leftOut('      - { ask: q, type: integer, label: Q }')).toBe('');
  });

  it('what specifies an answer as carefully as the question itself, also by or_other', () => {
    const lists = `${list}\n  o: { codes: { a: A, other: { label: O, special: other } } }`;
    expect(leftOut(withOther('sensitive'), lists)).toBe(
      'personal or sensitive text, file or place:\n    q_more\n    p_other',
    );
    expect(leftOut(withOther('internal'), lists)).toBe('');
    const { template } = reportOn(`${lists}\nforms:\n  f:\n    items:\n${withOther('internal')}`);
    expect(template('en')).toContain('<h3>Which? – Please specify</h3>');
    expect(template('en')).toContain('<h3>What? – Please specify</h3>');
  });
});

const aboutPeople = (meaning: string): string => `
      - { ask: age, type: integer, label: Age, ${meaning} }
      - { ask: born, type: date, label: Born, ${meaning} }
      - { calculate: months, calculation: "\${age} * 12" }
      - { calculate: weeks, calculation: "\${months} * 4" }
      - { ask: rooms, type: integer, label: Rooms, sensitivity: public }
  `;

const extremes = (meaning: string, manifest?: string): unknown => {
  const { figures } = reportOn(`forms:\n  f:\n    items:\n${aboutPeople(meaning)}`, manifest).empty();
  return [...figures.values()].map((figure) => (figure.kind === 'summary' ? figure.extremes : figure.kind));
};

describe('of personal answers a report shows', () => {
  it.each(['sensitivity: personal', 'sensitivity: sensitive', 'identifies: quasi'])(
    'no single value, nor of what is calculated from them: %s',
    (meaning) => expect(extremes(meaning)).toEqual(['withheld', 'answers', 'withheld', 'withheld', 'shown']),
  );

  it('no single value where the policy says that all are personal', () => {
    const policy = 'languages: { en: English }\npolicy: { sensitivity: personal }';
    expect(extremes('identifies: no', policy)).toEqual(['withheld', 'answers', 'withheld', 'withheld', 'shown']);
  });

  it('all values where they are nobody’s own', () => {
    expect(extremes('sensitivity: public')).toEqual(['shown', 'dates', 'shown', 'shown', 'shown']);
  });
});
