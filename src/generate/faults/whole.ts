import { pathOf } from '../../model/record/places.ts';
import { answersIn } from '../places.ts';
import type { FaultKind, Planting } from './fault.ts';
import { force, isAnswered, pickPlace, placesIn } from './places.ts';

const UNKNOWN_QUESTION = 'question_of_no_form';
/** UTF-8 that was read as Windows-1252: `Créole, à l’école`. */
const DAMAGED = 'CrÃ©ole, Ã  lâ€™Ã©cole';

/** What is wrong with a submission beside its answers, or with how they were carried. */
export const wholeFaults: readonly FaultKind[] = [
  {
    rule: 'answer-unknown',
    what: 'an answer to a question that the form does not have',
    plant: ({ plan, filled }) => {
      if (answersIn(plan.steps, filled.record).some(({ step }) => step.key === UNKNOWN_QUESTION)) return undefined;
      const edit = (record: Record<string, unknown>): typeof record => ({
        ...record,
        [UNKNOWN_QUESTION]: 'Sample text',
      });
      return { path: UNKNOWN_QUESTION, stands: () => true, edit };
    },
  },
  { rule: 'media-missing', what: 'a file that did not come', plant: plantMissing },
  {
    rule: 'answer-damaged',
    what: 'a text whose encoding was mistaken',
    plant: (planting) => {
      const place = pickPlace(
        planting,
        (each) => isAnswered(each) && each.step.column.answer === 'text' && each.step.constraint === undefined,
      );
      return place && force(planting, place, DAMAGED);
    },
  },
  {
    rule: 'record-twice',
    what: 'the same submission a second time',
    plant: () => ({
      path: '',
      stands: () => true,
      edit: (record, before) => (before === undefined ? record : { ...before, _id: record['_id'] }),
    }),
  },
  {
    rule: 'record-version',
    what: 'a version of the form that is not known',
    plant: (planting) => {
      const stamp = placesIn(planting).find(({ step }) => step.column.added === 'stamp');
      if (stamp === undefined) return undefined;
      const [dictionary = '', form = ''] = stamp.text.split(' ');
      return force(planting, stamp, `${dictionary} ${form} 0.0.1 000000000000`);
    },
  },
];

function plantMissing(planting: Planting): ReturnType<FaultKind['plant']> {
  const place = pickPlace(planting, (each) => each.step.column.answer === 'media' && each.text !== '');
  if (place === undefined) return undefined;
  const path = pathOf(place.step.node, place.row);
  return {
    path,
    stands: () => true,
    edit: (record) => {
      const files = record['_attachments'];
      const left = Array.isArray(files) ? files.filter((file) => file.question_xpath !== path) : files;
      return { ...record, _attachments: left };
    },
  };
}
