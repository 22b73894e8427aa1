import { manifest } from './project.ts';

/** A dictionary with two countries: xa changes the form and has one of its own, xb translates it and adds to a list. */
export const countries = {
  'dictionary/dictionary.yaml': manifest.replace('  fr: Français\n', ''),
  'dictionary/visit.yaml': `codelists:
  needs: { country: extend, codes: { food: Food, water: Water } }
variables:
  hh_size: { type: integer, label: How many?, constraint: . <= 50 }
  need: { type: select_one needs, label: What is needed? }
  name: { type: text, label: Name of the head, sensitivity: personal, identifies: direct }
forms:
  visit:
    title: Visit
    items: [hh_size, need, { group: home, label: Home, items: [name] }]
`,
  'dictionary/countries/xa/country.yaml': `country: xa
title: Xanthia
variables:
  hh_size: { constraint: . <= 40 }
forms:
  visit: { change: [{ remove: [home] }] }
  xa_winter: { title: Winter, items: [hh_size] }
`,
  'dictionary/countries/xb/country.yaml': `country: xb
title: Xylia
languages: { en: English, pt: Português }
default_language: pt
codelists:
  needs: { add: { xb_fuel: Fuel } }
`,
  'dictionary/countries/xb/locales/pt.yaml': `codelists:
  needs: { codes: { food: Comida, water: Água, xb_fuel: Combustível } }
variables:
  hh_size: { label: Quantos? }
  need: { label: De que precisam? }
  name: { label: Nome do chefe }
forms:
  visit: { title: Visita, home: { label: Casa } }
`,
} as const;
