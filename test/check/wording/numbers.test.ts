import { describe, expect, it } from 'vitest';
import { differentNumbers } from '../../../src/check/wording/numbers.ts';

describe('numbers of a translation', () => {
  it.each([
    ['In the last 30 days', 'في آخر ٣٠ يوماً'],
    ['In the last 30 days', 'در ۳۰ روز گذشته'],
    ['In the last 30 days', 'पिछले ३० दिनों में'],
    ['1,000 people', '1 000 personnes'],
    ['1,000 people', '1.000 Menschen'],
    ['1,000 people', '١٬٠٠٠ شخص'],
    ['1.5 litres', '1,5 litre'],
    ['1.5 litres', '١٫٥ لتر'],
    ['The 1st of March', 'le 1er mars'],
    ['31/12/2020', '٣١/١٢/٢٠٢٠'],
    ['5 years or older', 'cinq ans ou plus'],
    ['Two weeks', '2 semaines'],
    ['at 8 pm', 'à 20 h'],
    ['from 6:00 to 10:00 PM', 'de 18 h à 22 h'],
    ['How old is ${member_1}?', 'Quel âge ?'],
    ['See https://example.org/2020', 'Voir le site'],
    ['Question REF13', 'Question ci-dessus'],
    ['No. 007', 'No 7'],
  ])('%s – %s: the same', (source, translation) => {
    expect(differentNumbers(source, translation)).toBeUndefined();
  });

  it.each([
    ['In the last 30 days', 'Au cours des 3 derniers jours', ['3'], ['30']],
    ['In the last 30 days', 'Ces derniers jours', [], ['30']],
    ['Children under 5', 'Enfants de moins de 15 ans', ['15'], ['5']],
    ['Children under 5', 'الأطفال دون ٦ سنوات', ['6'], ['5']],
    ['Price per sack', 'Prix par sac de 50 kg', ['50'], []],
    ['1.5 litres', '15 litres', ['15'], ['1.5']],
  ])('%s – %s: different', (source, translation, added, lost) => {
    expect(differentNumbers(source, translation)).toEqual({ added, lost });
  });
});
