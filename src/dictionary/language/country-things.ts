import {
  addKeys,
  countryKeys,
  formChangeKeys,
  itemChangeKeys,
  listChangeKeys,
  moduleChangeKeys,
  moveKeys,
  removeKeys,
} from './country-keys.ts';
import type { Thing } from './thing.ts';

/** What stands in the folder of a country, as the reference describes it. */
export const countryThings: readonly Thing[] = [
  {
    title: 'Country',
    intro:
      'A folder `countries/ID/` is what a country makes of the dictionary, and `country.yaml` in it says whose it is. Its other YAML files hold sections alone. A variable, list, module, form or check that the core has is changed: key by key, texts by language, and a key without a value removes. Any other name is the country’s own, begins with its id, and is written as in the core. A form, a module or a check of the core after whose name nothing stands is left out. What a country writes of a variable are the keys of the variable, but for `like`, `id`, `was`, `retired`, `lock`, `open` and `localise`.',
    sample: `country: afg
title: Afghanistan
languages: { en: English, prs: دری }
default_language: prs
variables:
  hh_size: { constraint: . > 0 and . <= 40 }
  afg_document: { type: text, label: Which document do you hold? }`,
    keys: countryKeys,
    layer: true,
  },
  {
    title: 'Change of a code list',
    intro:
      'Under `codelists:` of a country, by the name of a list of the core. In a list that the core marks `country: replace`, `codes` are all its codes; `file` replaces the codes of any list.',
    sample: `country: afg
codelists:
  shelter_type:
    add: { afg_mud_house: Mud house }
    remove: [igloo]
    order: [house, tent]
    codes: { tent: { image: tent-afg.png } }`,
    keys: listChangeKeys,
    layer: true,
  },
  {
    title: 'Change of a module',
    intro:
      'Under `modules:` of a country, by the name of a module of the core: what every use of it places. Names are those that the module gives.',
    sample: `country: afg
modules:
  household_roster:
    with: { max: 15 }
    change:
      - { remove: [thanks_roster] }`,
    keys: moduleChangeKeys,
    layer: true,
  },
  {
    title: 'Change of a form',
    intro:
      'Under `forms:` of a country, by the name of a form of the core. Settings change cell by cell, attachments are added. Names are those of the built form, with the prefix or suffix of a module.',
    sample: `country: afg
forms:
  household_registration:
    settings: { style: pages }
    change:
      - { after: hoh_sex, add: [afg_document] }
      - { remove: [winter_assistance] }`,
    keys: formChangeKeys,
    layer: true,
  },
  {
    title: 'Change: add',
    intro:
      'Under `change:` of a form or a module, as the three below. Changes are carried out one after the other. One of `after`, `before`, `first_in` and `last_in` says where to.',
    sample: `country: afg
forms:
  household_registration:
    change:
      - { after: hoh_sex, add: [afg_document, { note: afg_thanks, label: Thank you }] }`,
    keys: addKeys,
    layer: true,
  },
  {
    title: 'Change: move',
    intro: 'A question that `specify` adds goes along with the question before it, and a group with all that it holds.',
    sample: `country: afg
forms:
  household_registration:
    change:
      - { move: hoh_phone, before: consent }`,
    keys: moveKeys,
    layer: true,
  },
  {
    title: 'Change: item',
    intro:
      'One item where it stands: a question with the keys of a variable, a note, group or repeat with its own. To change a question wherever it is asked, change its variable.',
    sample: `country: afg
forms:
  household_registration:
    change:
      - { item: hoh_phone, required: no }`,
    keys: itemChangeKeys,
    layer: true,
  },
  {
    title: 'Change: remove',
    intro: 'What is kept may not refer to what is removed: the finding says where it does.',
    sample: `country: afg
forms:
  household_registration:
    change:
      - { remove: [winter_assistance] }`,
    keys: removeKeys,
    layer: true,
  },
];
