/** Whether a pattern fits the same texts when all of a text must fit as when a part of it is enough. */
export function isAnchored(pattern: string): boolean {
  return outerChoices(withoutClasses(pattern)).every(
    (choice) => /^(?:\^|\.\*)/.test(choice) && /(?:\$|\.\*)$/.test(choice),
  );
}

/** The pattern with `_` for each escaped sign and each class in brackets; in one pass, whatever its length. */
function withoutClasses(pattern: string): string {
  let plain = '';
  let isClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at] ?? '';
    if (sign === '\\') at += 1;
    if (isClass) isClass = sign !== ']';
    else {
      isClass = sign === '[';
      plain += isClass || sign === '\\' ? '_' : sign;
    }
  }
  return plain;
}

/** Alternatives outside of parentheses are anchored one by one; so are those between parentheses around the whole. */
function outerChoices(plain: string): readonly string[] {
  const choices = choicesIn(plain);
  const [only = '', ...others] = choices;
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(only)?.[1];
  return others.length === 0 && inner !== undefined ? choicesIn(inner) : choices;
}

function choicesIn(plain: string): readonly string[] {
  const choices: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, sign] of [...plain].entries()) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign !== '|' || depth !== 0) continue;
    choices.push(plain.slice(from, at));
    from = at + 1;
  }
  return [...choices, plain.slice(from)];
}
