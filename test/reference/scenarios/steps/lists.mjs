// What every list of codes does alike: "other" is specified, and an exclusive code stands alone.

/** For each select: the text question beside it is shown for the code `other` only. */
export async function checkOther({ form, step, assert }, names) {
  for (const name of names) {
    await step(`${name}: another answer is specified`, () => {
      form.choose(name, form.options(name).slice(0, 1));
      assert.equal(form.isRelevant(`${name}_other`), false);
      form.choose(name, ['other']).answer(`${name}_other`, 'Something else');
      assert.equal(form.isRelevant(`${name}_other`), true);
    });
  }
}

/** For each select_multiple: each of the codes is refused beside another answer. */
export async function checkExclusive(stage, codes) {
  for (const [name, exclusive] of Object.entries(codes)) {
    await stage.step(`${name}: ${exclusive.join(', ')} cannot stand beside another answer`, () => {
      const other = stage.form.options(name).find((code) => !exclusive.includes(code));
      for (const code of exclusive) assertExclusive(stage, name, code, other);
    });
  }
}

/** A code that excludes the others is refused beside one of them and taken alone. */
export function assertExclusive({ form, assert }, name, code, other) {
  form.choose(name, [other, code]);
  assert.notEqual(form.violation(name), null, `${name}: ${code} beside ${other} is refused`);
  assert.notEqual(form.violation(name), '(constraint)', `${name}: the refusal has a message`);
  form.choose(name, [code]);
  assert.equal(form.violation(name), null, `${name}: ${code} alone is taken`);
}
