import { askKeys, calculateKeys, groupKeys, noteKeys, repeatKeys, useKeys } from './item-keys.ts';
import type { Thing } from './thing.ts';

/** The kinds of item, as the reference describes them. */
export const itemThings: readonly Thing[] = [
  {
    title: 'Item: ask',
    intro:
      'Items stand under `items:` of a module, form, group or repeat, in the order of the form. A name alone asks that variable as it is defined. `ask` changes it for this place, key by key; with a `type` it is a question of this form alone.',
    sample: `modules:
  household_roster:
    items:
      - hh_size
      - ask: member_age
        constraint: . >= 0 and . < 120`,
    keys: askKeys,
  },
  {
    title: 'Item: note',
    intro: 'A text that is shown and not answered.',
    sample: `modules:
  household_roster:
    items:
      - note: thanks
        label: Thank you. \${hh_size} members were listed.`,
    keys: noteKeys,
  },
  {
    title: 'Item: calculate',
    intro: 'A value that the device computes and nobody sees.',
    sample: `modules:
  household_roster:
    items:
      - calculate: member_pos
        calculation: position(..)`,
    keys: calculateKeys,
  },
  {
    title: 'Item: group',
    intro: 'Questions under one heading, or shown on one screen.',
    sample: `modules:
  household_roster:
    items:
      - group: vulnerability
        label: Vulnerability
        appearance: field-list
        items: [hoh_disability, hoh_chronic_illness]`,
    keys: groupKeys,
  },
  {
    title: 'Item: repeat',
    intro: 'Questions that are asked again for each member, animal, visit, …',
    sample: `modules:
  household_roster:
    items:
      - repeat: member
        label: Household member
        repeat_count: \${hh_size}
        items: [member_name, member_age]`,
    keys: repeatKeys,
  },
  {
    title: 'Item: use',
    intro: 'Places a module here, with its parameters filled.',
    sample: `forms:
  household_registration:
    items:
      - use: household_roster
        with: { max: 30 }
        except: [thanks]
        relevant: \${consent} = 'yes'`,
    keys: useKeys,
  },
];
