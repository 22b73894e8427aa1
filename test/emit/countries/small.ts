/** A core that countries change, leave out and add to in every way that the matrix tells apart. */
const core = {
  'dictionary.yaml': `
lexiform: 1
dictionary: small
title: Small core
version: 1.2.0
languages: { en: English, fr: Français }
default_language: en
profiles: [odk]
`,
  'lists.yaml': `
codelists:
  wall:
    label: Wall
    country: extend
    codes: { mud: Mud, brick: Brick, stone: Stone }
  place: { country: replace, codes: { a: First, b: Second } }
  yes_no: { codes: { yes: Yes, no: No } }
`,
  'variables/household.yaml': `
variables:
  size: { type: integer, label: How many live here?, hint: Count all., constraint: . < 50, lock: [constraint] }
  walls: { type: select_one wall, label: What are the walls made of? }
  place: { type: select_one place, label: Where? }
  phone: { type: text, label: Telephone }
  alone: { type: text, label: Asked nowhere }
`,
  'modules.yaml': `
modules:
  closing:
    items:
      - { note: thanks, label: Thank you. }
      - { calculate: done, calculation: "1" }
`,
  'forms.yaml': `
forms:
  visit:
    title: Visit
    items:
      - group: house
        label: House
        items: [size, walls, phone]
      - place
      - use: closing
  call:
    title: Call
    items: [phone, size, { use: closing, prefix: c_ }]
`,
};

const xa = {
  'countries/xa/country.yaml': `
country: xa
title: { en: Zarhana, prs: زرهانه }
languages: { prs: دری, en: English }
default_language: prs
variables:
  size: { constraint: . < 99, label: { en: How many sleep here?, prs: چند نفر؟ } }
  walls: { label: { prs: دیوارها } }
  alone: { hint: Never shown }
  xa_card: { type: text, label: Card }
codelists:
  wall:
    label: { prs: دیوار }
    add: { xa_felt: { en: Felt, prs: نمد } }
    remove: [stone]
    codes: { mud: { label: { en: Clay, prs: گل } } }
    order: [brick]
  place: { codes: { xa_p1: { prs: یک }, xa_p2: { prs: دو }, xa_p3: { prs: سه } } }
forms:
  visit:
    title: { prs: بازدید }
    settings: { style: pages }
    change:
      - { after: walls, add: [xa_card, { note: xa_note, label: Look }] }
      - { move: place, before: house }
      - { item: thanks, label: { en: Good bye. } }
  xa_winter: { title: Winter, items: [xa_card, alone, { use: closing }] }
`,
};

const xb = {
  'countries/xb/country.yaml': `
country: xb
title: Boravia
languages: { fr: Français }
default_language: fr
variables:
  phone: { relevant: "\${size} > 0" }
forms:
  visit:
    change:
      - { remove: [phone, walls] }
  call:
`,
};

const xc = {
  'countries/xc/country.yaml': `
country: xc
title: Costaserena
languages: { en: English }
`,
};

export const small: Readonly<Record<string, string>> = { ...core, ...xa, ...xb, ...xc };
