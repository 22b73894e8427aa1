import { describe, expect, it } from 'vitest';
import { imported } from './adopting.ts';

const HEAD = '| survey | type | name | label::English (en) |';
const CONTACT = `
  |        | begin_group | contact | Contact        |
  |        | text        | phone   | Phone number   |
  |        | text        | email   | E-mail address |
  |        | end_group   |         |                |`;
const ROSTER = `
  |        | begin_repeat | member  | Member       |
  |        | text         | m_name  | Name         |${CONTACT}
  |        | end_repeat   |         |              |`;

describe('groups that stand in several workbooks', () => {
  it('become a module, which the forms use', async () => {
    const all = await imported({ camp: HEAD + ROSTER, city: `${HEAD}\n| | text | who | Who? |${ROSTER}` });
    expect(all.text('modules.yaml')).toBe(`  member:
    items:
      - repeat: member
        label: Member
        items:
          - m_name
          - group: contact
            label: Contact
            items: [phone, email]
`);
    expect(all.text('forms/city.yaml')).toContain('    items:\n      - who\n      - use: member\n');
    expect(all.modules).toBe(1);
    for (const form of ['camp', 'city']) expect(all.after(form)).toEqual(all.before(form));
  });

  it('are modules of their own inside a larger one where they also stand elsewhere', async () => {
    const all = await imported({ camp: HEAD + ROSTER, city: HEAD + ROSTER, site: HEAD + CONTACT });
    expect(all.text('modules.yaml')).toContain('          - m_name\n          - use: contact\n');
    expect(all.text('modules.yaml')).toContain('  contact:\n    items:\n      - group: contact\n');
    for (const form of ['camp', 'city', 'site']) expect(all.after(form)).toEqual(all.before(form));
  });

  it('stay where they are in one form alone, hold one question, or differ', async () => {
    const small = HEAD + CONTACT.replace(/.*email.*\n/, '');
    expect((await imported({ camp: HEAD + CONTACT })).modules).toBe(0);
    expect((await imported({ camp: small, city: small })).modules).toBe(0);
    expect((await imported({ camp: HEAD + CONTACT, city: small })).modules).toBe(0);
  });

  it('are several modules where groups of one name are not the same', async () => {
    const other = HEAD + CONTACT.replace('phone', 'mobile');
    const all = await imported({ a: HEAD + CONTACT, b: HEAD + CONTACT, c: other, d: other });
    expect([...all.text('modules.yaml').matchAll(/^ {2}\S+/gm)].map(([name]) => name.trim())).toEqual([
      'contact_2:',
      'contact:',
    ]);
    for (const form of ['a', 'b', 'c', 'd']) expect(all.after(form)).toEqual(all.before(form));
  });

  it('are one module for forms that speak different languages', async () => {
    const french = (HEAD + CONTACT).replace('English (en)', 'French (fr)').replace('Contact  ', 'Coordonnées ');
    const all = await imported({ camp: HEAD + CONTACT, ville: french });
    expect(all.text('modules.yaml')).toContain('        label:\n          en: Contact\n          fr: Coordonnées\n');
    for (const form of ['camp', 'ville']) expect(all.after(form)).toEqual(all.before(form));
  });
});
