import { didYouMean, listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const entityRules = {
  'entity-column': rule<{ column: string; suggestion: string | undefined; dead: boolean }>({
    severity: 'error',
    page: 'entities',
    title: 'A column that the entities sheet does not have',
    why: 'On this sheet, converters refuse every column that they do not know.',
    message: ({ column, suggestion, dead }) =>
      dead
        ? `The column ${quote(column)} of entities has no effect any more: where the answers are saved decides it.`
        : `The entities sheet has no column ${quote(column)}.${didYouMean(suggestion)}`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? 'Delete it. An entity has list_name, label, entity_id, create_if and update_if; what it stores is written as save_to: at a question.'
        : `Write ${suggestion}.`,
    upstream: 'pyxform HEADER_005',
  }),
  'entity-list': rule<{ list: string }>({
    severity: 'error',
    page: 'entities',
    title: 'An entity without an entity list of its own',
    why: 'It is not clear where the entity would be stored; pyxform refuses the form.',
    message: ({ list }) =>
      list === ''
        ? 'This entity does not say which entity list it belongs to.'
        : `The entity list ${quote(list)} has a second row, but a form makes or changes one entity of a list at most.`,
    help: ({ list }) =>
      list === ''
        ? 'Add list_name:, for example list_name: households.'
        : 'Join the two rows into one, or give one of them another list_name.',
    upstream: 'pyxform NAMES_014, NAMES_015',
  }),
  'entity-name': rule<{ name: string; what: 'list' | 'property'; problem: string; suggestion: string }>({
    severity: 'error',
    page: 'entities',
    title: 'A name that entity lists and their properties cannot have',
    why: 'These names become columns and addresses on the server; pyxform refuses the form.',
    message: ({ name, what, problem }) =>
      `${quote(name)} cannot be the name of an entity ${what === 'list' ? 'list' : 'property'}: ${problem}.`,
    help: ({ suggestion }) => `Write for example ${quote(suggestion)}.`,
    upstream: 'pyxform NAMES_008, NAMES_010 to NAMES_012',
  }),
  'entity-action': rule<{ list: string; problem: 'no-label' | 'no-update-if' | 'no-id' }>({
    severity: 'error',
    page: 'entities',
    title: 'It is not clear whether an entity is made or changed',
    why: 'pyxform refuses the form.',
    message: ({ list, problem }) => {
      switch (problem) {
        case 'no-label':
          return `The form makes entities of ${quote(list)} without a label, so nobody could tell them apart.`;
        case 'no-update-if':
          return `The form makes or changes an entity of ${quote(list)}, but does not say when it changes one.`;
        case 'no-id':
          return `The form changes an entity of ${quote(list)}, but does not say which one.`;
      }
    },
    help: ({ problem }) => {
      switch (problem) {
        case 'no-label':
          return 'Add label:, an expression such as label: ${hh_number}. To change entities instead of making them, add entity_id:';
        case 'no-update-if':
          return 'Add update_if: beside create_if:, or delete create_if: to change entities only, or entity_id: to make them only.';
        case 'no-id':
          return 'Add entity_id: with the question that chose the entity, or write create_if: instead of update_if: to make entities only.';
      }
    },
    upstream: 'pyxform ENTITY_005 to ENTITY_007',
  }),
  'entity-list-not-loaded': rule<{ list: string }>({
    severity: 'error',
    page: 'entities',
    title: 'An entity is changed whose list the form does not load',
    why: 'The form looks the entity up in its list, and does not open without it.',
    message: ({ list }) => `The form changes an entity of ${quote(list)}, but does not load that list.`,
    help: ({ list }) =>
      `Let people choose the entity with type: select_one_from_file ${list}.csv, or add { ask: ${list}, type: csv-external }. On ODK Central the file comes from the entity list: attachments: [{ file: ${list}.csv, from: server }]`,
    upstream: 'ODK Validate: instance not found',
  }),
  'save-to': rule<{
    problem: 'no-entities' | 'section' | 'unknown-list' | 'which-list' | 'hashes';
    words: string;
    form: string;
    lists: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: 'entities',
    title: 'An answer is saved to an entity that the form does not have',
    why: 'The answer would not reach the entity; pyxform refuses the form.',
    message: ({ problem, words, form, suggestion }) => {
      switch (problem) {
        case 'no-entities':
          return `save_to: ${words} stores the answer in an entity, but form ${quote(form)} has no entities.`;
        case 'section':
          return `${quote(words)} is a group or a repeat, which has no answer that could be saved to an entity.`;
        case 'unknown-list':
          return `Form ${quote(form)} has no entity list ${quote(words)}.${didYouMean(suggestion)}`;
        case 'which-list':
          return `Form ${quote(form)} has several entity lists, and save_to: ${words} does not say which one it means.`;
        case 'hashes':
          return `${quote(words)} is neither a property of an entity nor a list and its property with one # between them.`;
      }
    },
    help: ({ problem, words, lists, suggestion }) => {
      const list = suggestion ?? lists[0] ?? 'households';
      switch (problem) {
        case 'no-entities':
          return 'Add entities: to the form, for example entities: [{ list_name: households, label: "${hh_number}" }], or delete save_to:.';
        case 'section':
          return 'Delete save_to: here, and write it at the questions inside.';
        case 'unknown-list':
          return suggestion === undefined
            ? `The entity lists of the form: ${lists.join(', ')}.`
            : `Write ${suggestion} before the #.`;
        case 'which-list':
          return `Write the list before the property, for example save_to: ${list}#${words}. The entity lists of the form: ${listed(lists, 'and')}.`;
        case 'hashes':
          return 'Write the property alone, or the entity list, a # and the property, such as households#size.';
      }
    },
    upstream: 'pyxform ENTITY_001, 003, 004, 008, 013',
  }),
  'duplicate-property': rule<{ property: string; list: string; form: string }>({
    severity: 'error',
    page: 'entities',
    title: 'Two answers are saved to one property of an entity',
    why: 'One would overwrite the other; pyxform refuses the form.',
    message: ({ property, list, form }) =>
      `The property ${quote(property)} of the entity list ${quote(list)} is saved for the second time in form ${quote(form)}.`,
    help: () => 'Give one of the two another property, or delete one save_to:.',
    upstream: 'pyxform ENTITY_002',
  }),
  'entity-scope': rule<{
    list: string;
    problem: 'apart' | 'saved-apart' | 'never-made' | 'no-place';
    words: string;
    here: string;
    there: string;
  }>({
    severity: 'error',
    page: 'entities',
    title: 'An entity that belongs to no one place of the form',
    why: 'A form makes one entity for each submission, or one for each repetition of a repeat; what belongs to it must stand in one of these places.',
    message: ({ list, problem, words, here, there }) => {
      switch (problem) {
        case 'apart':
          return `The entity of ${quote(list)} cannot use ${quote(words)}, which stands in ${here}, because the entity belongs to ${there}.`;
        case 'saved-apart':
          return `The answer to ${quote(words)}, which stands in ${here}, cannot be saved to ${quote(list)}, because the entity belongs to ${there}.`;
        case 'never-made':
          return `The entity of ${quote(list)} would never be made: it is saved from ${here}, but uses ${quote(words)} from ${there}.`;
        case 'no-place':
          return `There is no place left for the entity of ${quote(list)}: in ${here}, each group holds one entity at most, and ${quote(words)} has taken it.`;
      }
    },
    help: ({ problem, here, there }) => {
      switch (problem) {
        case 'apart':
          return `Write a calculate in ${there} that takes the value over, and use that.`;
        case 'saved-apart':
          return `Write a calculate in ${there} that takes the value over, and put save_to: there.`;
        case 'never-made':
          return `Write a calculate in ${here} that takes the value over, such as the first one or the sum of all, and use that.`;
        case 'no-place':
          return 'Put the questions that are saved to the two lists into two groups, one for each.';
      }
    },
    upstream: 'pyxform ENTITY_009, ENTITY_011, ENTITY_012',
  }),
  'kobo-entities': rule<{ problem: 'left-out' | 'label' | 'several' | 'repeat' | 'hash'; words: string }>({
    severity: 'info',
    page: 'entities',
    title: 'Entities, which KoboToolbox does not have',
    why: 'Only ODK Central makes entities. KoboToolbox cannot deploy most forms that have a sheet of them.',
    message: ({ problem, words }) => {
      switch (problem) {
        case 'left-out':
          return `KoboToolbox has no entities: the workbook of form ${quote(words)} for it goes without them, and saves no answer to one.`;
        case 'label':
          return `KoboToolbox cannot deploy this form: it fails at the column label of the sheet entities, and gives no reason.`;
        case 'several':
          return `This form has a second entity list, ${quote(words)}, and KoboToolbox refuses forms with more than one.`;
        case 'repeat':
          return `${quote(words)} is saved to an entity from inside a repeat, which KoboToolbox refuses.`;
        case 'hash':
          return `KoboToolbox takes ${quote(words)} for the name of a property and refuses it because of the #.`;
      }
    },
    help: ({ problem }) => {
      if (problem === 'left-out')
        return 'Nothing has to be done. Where the entities are needed, collect with ODK Central: its workbook has them.';
      return problem === 'hash'
        ? 'Write the property alone, without the list and the #, or build this form for the profile odk only.'
        : 'Build this form for the profile kobo, whose workbook goes without entities, or for odk only.';
    },
  }),
};
