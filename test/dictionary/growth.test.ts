import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const steps = Array.from({ length: 60 }, (_, index) => index);

describe('modules that grow at each step', () => {
  it('end in one finding where they place more than a form can hold', () => {
    const modules = steps.map((step) => `  m${step}: { items: [{ use: m${step + 1} }, { use: m${step + 1} }] }`);
    const { findings } = reading.compile(
      `modules:\n${modules.join('\n')}\n  m60: { items: [{ note: n, label: N }] }\nforms:\n  f: { title: F, items: [{ use: m0 }] }\n`,
    );
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'too-large: The form grows beyond 100,000 items here.',
    ]);
  });

  it('end in a finding where a value doubles', () => {
    const modules = steps.map(
      (step) => `  m${step}: { with: { a: x }, items: [{ use: m${step + 1}, with: { a: "$(a)$(a)" } }] }`,
    );
    const { findings } = reading.compile(
      `modules:\n${modules.join('\n')}\n  m60: { with: { a: x }, items: [{ note: n, label: $(a) }] }\nforms:\n  f: { title: F, items: [{ use: m0 }] }\n`,
    );
    expect([...new Set(findings.map(({ rule, message }) => `${rule}: ${message}`))]).toEqual([
      'too-large: The value grows beyond 32,767 characters here.',
    ]);
  });
});

describe('a file of which lines could not be read', () => {
  it('does not make everything that names what stands in them a second mistake', () => {
    reading.checked().expect({
      'a.yaml': `variables:
  age: { type: integer, label: Age }
    name: { type: text, label: Name }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ yaml-syntax
`,
      'b.yaml': 'forms:\n  f: { title: F, items: [age, name, { note: n, label: "Hello ${name}" }] }\n',
    });
  });
});
