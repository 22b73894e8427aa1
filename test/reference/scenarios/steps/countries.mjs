// What the forms of all countries are asked alike.

export const DARI = 'دری (prs)';
export const PASHTO = 'پښتو (ps)';

/** Letters of the Arabic script, without which no text is in Dari or Pashto. */
export const ARABIC_SCRIPT = /\p{Script=Arabic}/u;

/** Places bear one name in all languages, and so do a few words. */
const SAME_IN_BOTH = 0.1;

/** Walks the whole form in each of its languages: nothing is left empty, and nothing in another script. */
export async function walkLanguages({ form, step, assert }, scripts) {
  for (const [language, script] of Object.entries(scripts)) {
    await step(`every text in ${language}`, () => {
      form.language(language);
      const wrong = form.texts().filter(([, text]) => text === '' || text === '-' || !script.test(text));
      assert.deepEqual(wrong, []);
      assert.ok(form.texts().length > 100, 'there is much to read');
    });
  }
}

/** In two languages of one script, a text that was not translated is the same in both. */
export async function compareLanguages({ form, step, assert }, [one, other], places) {
  await step(`${one} is not ${other}`, () => {
    const [first, second] = [one, other].map((language) => form.language(language).texts().filter(isNoPlace(places)));
    assert.equal(first.length, second.length);
    const same = first.filter(([, text], index) => text === second[index][1]);
    assert.ok(same.length < first.length * SAME_IN_BOTH, `the same in both: ${same.map(([what]) => what).join(', ')}`);
  });
}

function isNoPlace(places) {
  return ([what]) => !places.some((code) => what.includes(` ${code}`));
}

/** What a country has taken out is nowhere in its form. */
export async function checkLeftOut({ form, step, assert }, names) {
  await step(`the country leaves out ${names.join(', ')}`, () => {
    for (const name of names) assert.throws(() => form.value(name), new RegExp(`no question named ${name}`, 'u'));
  });
}

/** Chooses places from the first level down: each level offers what belongs to the one above it, under the name it has. */
export async function chooseDown({ form, step, assert }, levels) {
  for (const [index, { name, code, label, offered }] of levels.entries()) {
    await step(`${name} offers ${offered}${index > 0 ? ` of what lies in ${levels[index - 1].name}` : ''}`, () => {
      assert.equal(form.options(name).length, offered);
      form.choose(name, [code]);
      assert.equal(form.optionLabel(name, code), label);
      for (const { name: lower } of levels.slice(index + 2)) assert.deepEqual(form.options(lower), [], lower);
    });
  }
}
