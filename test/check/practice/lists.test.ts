import { describe, expect, it } from 'vitest';
import { at } from '../../support/outline.ts';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();

describe('lists that are nearly the same', () => {
  const NEEDS = 'food: Food, water: Water, shelter: Shelter, health: Health care, cash: Cash';

  it('are told at the later one, with what each lacks', () => {
    const { findings } = checked.expect(`
      codelists:
        idp_needs: { codes: { ${NEEDS} } }
        returnee_needs: { codes: { ${NEEDS}, seeds: Seeds and tools } }
        ^^^^^^^^^^^^^^ lists-drift
        host_needs: { codes: { ${NEEDS}, school: School } }
        ^^^^^^^^^^ lists-drift
    `);
    expect(
      findings.map(({ message, severity, related }) => [message, severity, related.map((r) => at(r.location))]),
    ).toEqual([
      ['"returnee_needs" shares 5 codes with "idp_needs", but has "seeds" besides.', 'info', ['snippet.yaml:2:3']],
      ['"host_needs" shares 5 codes with "idp_needs", but has "school" besides.', 'info', ['snippet.yaml:2:3']],
    ]);
  });

  it('name what the later one lacks', () => {
    const { findings } = checked.expect(`
      codelists:
        returnee_needs: { codes: { ${NEEDS}, seeds: Seeds and tools } }
        idp_needs: { codes: { ${NEEDS} } }
        ^^^^^^^^^ lists-drift
    `);
    expect(findings[0]?.message).toBe('"idp_needs" shares 5 codes with "returnee_needs", but lacks "seeds".');
  });

  it('are no finding where they share one definition', () => {
    checked.expect(`
      codelists:
        one: { codes: { ${NEEDS} } }
        wider: { include: [one], codes: { seeds: Seeds and tools } }
        widest: { include: [wider], codes: { school: School } }
        other: { include: [one], codes: { fuel: Fuel } }
    `);
  });

  it('are the same lists where nothing is missing on either side', () => {
    checked.expect(`
      codelists:
        one: { codes: { ${NEEDS} } }
        same: { codes: { ${NEEDS} } }
    `);
  });

  it('do not mind special and retired codes', () => {
    checked.expect(`
      codelists:
        one: { codes: { ${NEEDS} } }
        known: { codes: { ${NEEDS}, dnk: { label: Unknown, special: dont_know }, other: Other, pnta: Prefers not to say } }
        earlier: { codes: { ${NEEDS}, tents: { label: Tents, retired: 1.0.0 } } }
    `);
  });

  it('share at least four codes, and most of them', () => {
    checked.expect(`
      codelists:
        short: { codes: { a: Apple, b: Bread, c: Cheese } }
        longer: { codes: { a: Apple, b: Bread, c: Cheese, d: Dates } }
        much_longer: { codes: { a: Apple, b: Bread, c: Cheese, d: Dates, e: Eggs, f: Fish } }
    `);
  });

  it('say more with their labels than a letter or a number', () => {
    checked.expect(`
      codelists:
        ward: { codes: { 1: One A, 2: Two B, 3: Three C, 4: Four D } }
        level: { codes: { 1: Low, 2: Rather low, 3: Rather high, 4: High, 5: Highest } }
        card_1: { codes: { a: A, b: B, c: C, d: D, e: E } }
        card_2: { codes: { a: A, b: B, c: C, d: D } }
        card_3: { codes: { a: Card, b: Card, c: Card, d: Card, e: Card } }
        card_4: { codes: { a: Card, b: Card, c: Card, d: Card } }
        bare_1: { codes: { x1: { label: }, x2: { label: }, x3: { label: }, x4: { label: } } }
        bare_2: { codes: { x1: { label: }, x2: { label: }, x3: { label: }, x4: { label: }, x5: { label: } } }
    `);
  });

  it('are kept by hand: not registers, hierarchies and placeholders', () => {
    const towns = 'east: East, west: West, north: North, south: South, centre: Centre';
    checked.expect(`
      codelists:
        region: { codes: { ${towns} } }
        mine: { country: replace, codes: { ${towns}, port: Port } }
        town:
          parent: { codelist: region, column: region }
          codes:
            east: { label: East, region: east }
            west: { label: West, region: west }
            north: { label: North, region: north }
            south: { label: South, region: south }
        village: { codes: [{ code: east, label: East }, { code: west, label: West }, { code: north, label: North }, { code: south, label: South }] }
    `);
  });

  it('may be many', () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => `  l${index}: { codes: { ${NEEDS}, x${index}: Extra ${index} } }`,
    );
    const { findings } = checked.compile(`codelists:\n${many.join('\n')}\n`);
    expect(findings.length).toBe(299);
  });
});

describe('the codes of lists that are nearly the same', () => {
  it('mean the same under the same code', () => {
    const { findings } = checked.expect(`
      codelists:
        idp: { codes: { food: Food, water: Water, land: Farm land, health: Health care, cash: Cash } }
        returnee: { codes: { food: "food ", water: Water, land: House and land, health: Health-care, cash: Cash } }
                                                                ^^^^^^^^^^^^^^ codes-drift
    `);
    expect(findings[0]?.message).toBe(
      '"land" is "House and land" in "returnee", but "Farm land" in "idp"; most other codes are the same.',
    );
  });

  it('have the same code for the same meaning', () => {
    const { findings } = checked.expect(`
      codelists:
        idp: { codes: { food: Food, water: Water, fuel: Fuel, agri: Seeds and tools, health: Health care, cash: Cash } }
        returnee: { codes: { food: Food, water: Water, fuel: Fuel, farm: Seeds and tools, health: Health care, cash: Cash } }
                                                                   ^^^^ codes-drift
    `);
    expect(findings[0]?.message).toBe(
      '"Seeds and tools" is the code "farm" in "returnee", but "agri" in "idp"; most other codes are the same.',
    );
  });

  it('may show what was answered before', () => {
    checked.expect(`
      codelists:
        crops: { codes: { maize: Maize, rice: Rice, beans: Beans, wheat: Wheat, more: More } }
        crops_shown: { codes: { maize: Maize, rice: Rice, beans: Beans, wheat: Wheat, more: "\${crop}" } }
      forms:
        f: { items: [{ ask: crop, type: text, label: C }, { ask: q, type: select_one crops_shown, label: Q }] }
    `);
  });
});

describe('a special answer', () => {
  it('has one code in all lists, the one that most have', () => {
    const { findings } = checked.expect(`
      codelists:
        a: { codes: { x: X, dk: { label: Unknown, special: dont_know } } }
                            ^^ special-code-differs
        b: { codes: { y: Y, dnk: { label: Unknown, special: dont_know } } }
        c: { codes: { z: Z, dnk: { label: Unknown, special: dont_know } } }
    `);
    expect(findings.map(({ message, severity }) => [message, severity])).toEqual([
      ['Does not know is the code "dk" in "a", but "dnk" in "b" and one other list.', 'warning'],
    ]);
  });

  it('of two lists has the code that is written first', () => {
    const { findings } = checked.expect(`
      codelists:
        a: { codes: { x: X, oth: { label: Something else, special: other } } }
        b: { codes: { y: Y, other: { label: Something else, special: other } } }
                            ^^^^^ special-code-differs
    `);
    expect(findings[0]?.message).toBe('Another answer is the code "other" in "b", but "oth" in "a".');
  });

  it('is known by its mark, or by a label that can mean nothing else', () => {
    checked.expect(`
      codelists:
        a: { codes: { x: X, pnta: { label: No comment, special: refused } } }
        b: { codes: { x: X, ref: Prefers not to answer. } }
                            ^^^ special-code-differs
        c: { codes: { x: X, no: Refused entry, dk: Denmark, r: Refused } }
    `);
  });

  it('in a list of numbers is a number on purpose', () => {
    const { findings } = checked.expect(`
      codelists:
        a: { codes: { x: X, dnk: { label: U, special: dont_know } } }
        b: { codes: { 1: One, 98: { label: U, special: dont_know } } }
                              ^^ special-code-differs
    `);
    expect(findings[0]?.severity).toBe('info');
  });

  it('is told once where several lists include it, in the name of its own list', () => {
    const { findings } = checked.expect(`
      codelists:
        wide: { include: [nonresponse], codes: { w: W } }
        wider: { include: [old], codes: { w: W } }
        nonresponse: { codes: { dnk: { label: U, special: dont_know } } }
        old: { codes: { dk: { label: U, special: dont_know } } }
                        ^^ special-code-differs
        a: { include: [nonresponse], codes: { x: X } }
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      'Does not know is the code "dk" in "old", but "dnk" in "nonresponse" and 2 other lists.',
    ]);
  });

  it('has no usual code where each list has another', () => {
    checked.expect(`
      codelists:
        a: { codes: { x: X, 5: { label: U, special: dont_know } } }
        b: { codes: { x: X, 6: { label: U, special: dont_know } } }
        c: { codes: { x: X, 7: { label: U, special: dont_know } } }
    `);
  });

  it('may stand twice in a list, and none may be any word', () => {
    checked.expect(`
      codelists:
        a: { codes: { x: X, other: { label: U, special: other }, none: { label: N, special: none } } }
        b: { codes: { x: X, other_farm: { label: U, special: other }, other_work: { label: V, special: other } } }
        c: { codes: { x: X, no_barrier: { label: N, special: none } } }
        d: { codes: { x: X, old: { label: U, special: other, retired: 1.0.0 } } }
    `);
  });
});
