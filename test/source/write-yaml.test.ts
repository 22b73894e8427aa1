import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Entry } from '../../src/source/entry.ts';
import { parseYaml } from '../../src/source/yaml/parse.ts';
import { type Written, type WrittenMap, writeYaml } from '../../src/source/yaml/write.ts';
import { anyText } from '../support/any-text.ts';

/** What a cell of a workbook can hold: no blanks around it, one kind of line break, no control characters. */
const cell = anyText.map((text) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .trim(),
);
/** A key stands on one line. */
const anyKey = cell.filter((text) => text !== '<<' && !text.includes('\n'));
const written: fc.Arbitrary<Written> = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    cell,
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(anyKey, tie('value')), { minLength: 1, maxLength: 4 }).map((pairs) => new Map(pairs)),
  ),
})).value;

function plain(entry: Entry): Written {
  if (entry.kind === 'list') return entry.items.map(plain);
  if (entry.kind === 'map') return new Map(entry.pairs.map(({ key, value }) => [key.text, plain(value)]));
  if (entry.kind !== 'text') throw new Error(`${entry.kind} is no text`);
  return entry.string.text;
}

it('what is written reads back as the very same texts, without a finding', () => {
  const keys = fc.array(fc.tuple(anyKey, written), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(keys, (pairs) => {
      const map: WrittenMap = new Map(pairs);
      const text = writeYaml(map);
      const { report, diagnostics } = createCollector();
      const { root } = parseYaml({ path: 'x.yaml', text }, report);
      expect(
        diagnostics().map(({ message }) => message),
        text,
      ).toEqual([]);
      expect(root && plain(root), text).toEqual(map);
    }),
    { numRuns: 2000 },
  );
});
