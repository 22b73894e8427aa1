// One scenario: steps that act and assert, counted one by one.
import strict from 'node:assert/strict';

/**
 * Plays `play({ form, profile, step, assert })` on a new interview; `profile` is the one that the workbook is for.
 * @param script name of the file that the scenario is in, to tell its lines from ours in a stack
 * @returns {Promise<{ steps: number, failures: { step: string, text: string }[], record: string | null }>} `record` is the
 * XML of the interview at its end, null where it cannot be told
 */
export async function playScenario(play, { open, profile }, script) {
  const result = { steps: 0, failures: [], record: null };
  const counter = { asserted: 0 };
  const assert = counted(strict, counter);

  const step = async (name, act) => {
    counter.asserted = 0;
    result.steps += 1;
    try {
      await act();
      strict.ok(counter.asserted > 0, 'this step asserts nothing');
    } catch (error) {
      result.failures.push({ step: name, text: describe(error, script) });
    }
  };

  try {
    const form = open();
    await play({ form, profile, step, assert });
    strict.ok(result.steps > 0, 'this scenario has no step');
    result.record = await form.record();
  } catch (error) {
    result.steps += 1; // what broke between the steps counts as one
    result.failures.push({ step: 'outside of any step', text: describe(error, script) });
  }
  return result;
}

/** node:assert, each call of which is noted. */
function counted(assert, counter) {
  return new Proxy(assert, {
    get(target, name) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      return (...values) => {
        counter.asserted += 1;
        return member(...values);
      };
    },
  });
}

/** The message, and the line of the scenario that asked for it. */
function describe(error, script) {
  if (!(error instanceof Error)) return String(error);
  const line = error.stack?.split('\n').find((frame) => frame.includes(`/${script}:`));
  const number = line === undefined ? null : /:(\d+):\d+\)?$/u.exec(line)?.[1];
  const kind = error.name === 'FormError' || error.name === 'AssertionError' ? '' : `${error.name}: `;
  return `${kind}${error.message}${number ? `\nat ${script}:${number}` : ''}`;
}
