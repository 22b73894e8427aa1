import { describe, expect, it } from 'vitest';
import { isLanguageTag, startsRightToLeft } from '../../src/core/languages.ts';
import { isKnownTag } from '../../src/vocabulary/language-codes.ts';
import { languageNames, otherLanguage, tagOfName } from '../../src/vocabulary/language-names.ts';

describe('the table of languages', () => {
  it('has a name of its own and one in English for each, under a tag that phones know', () => {
    expect(languageNames.size).toBeGreaterThan(290);
    for (const { tag, autonym, english } of languageNames.values()) {
      expect(isLanguageTag(tag) && isKnownTag(tag), tag).toBe(true);
      expect(autonym.trim(), tag).toBe(autonym);
      expect(autonym.length * (english[0]?.length ?? 0), tag).toBeGreaterThan(0);
    }
  });

  it('says the direction in which the name itself is written', () => {
    // Rohingya is written in three scripts, and known by the Latin one.
    const wrong = [...languageNames.values()].filter(
      ({ autonym, direction }) => startsRightToLeft(autonym) !== (direction === 'rtl'),
    );
    expect(wrong.map(({ tag }) => tag)).toEqual(['rhg']);
  });

  it.each([
    ['French', 'fr'],
    ['francais', 'fr'],
    ['FRANÇAIS', 'fr'],
    ['Dari', 'prs'],
    ['دری', 'prs'],
    ['Kurdish', 'ku'],
    ['Sorani', 'ckb'],
    ['Kiswahili', 'sw'],
    ['Bengali', 'bn'],
    ['Klingon', undefined],
    ['', undefined],
  ])('knows %s', (name, tag) => expect(tagOfName(name)).toBe(tag));

  it.each([
    ['da', 'Dari', 'prs'],
    ['ch', 'Chinese', 'zh'],
    ['ar', 'Français', 'fr'],
    ['fr', 'French', undefined],
    ['ckb', 'Kurdish', undefined],
    ['apc', 'Arabic', undefined],
    ['prs', 'فارسی', undefined],
    ['pt-BR', 'Português', undefined],
    ['fr', 'Home language', undefined],
    ['qaa', 'French', undefined],
  ])('%s for %s: %s was meant', (tag, name, meant) => expect(otherLanguage(tag, name)).toBe(meant));
});
