import { quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

/** What `lexiform areas` tells of lists that are there already. */
export const areaListRules = {
  'area-new': rule<{ list: string; code: string; name: string }>({
    severity: 'info',
    page: 'areas',
    title: 'A place is new',
    why: 'It is offered from now on.',
    message: ({ list, code, name }) => `${quote(list)} has a new place, ${quote(code)} (${quote(name)}).`,
    help: () => 'Look whether it takes the place of one that is gone: answers keep the old code.',
  }),
  'area-gone': rule<{ list: string; code: string; name: string }>({
    severity: 'warning',
    page: 'areas',
    title: 'A place is in the gazetteer no more',
    why: 'It is not offered any more; it stays in the list as retired, because collected answers hold its code.',
    message: ({ list, code, name }) =>
      `${quote(code)} (${quote(name)}) of ${quote(list)} is not in the gazetteer and is retired.`,
    help: ({ list }) =>
      `A place that somebody added by hand belongs into a list of its own, which ${list} includes: include: [own_places]`,
  }),
  'area-renamed': rule<{ list: string; code: string; one: string; other: string; column: string }>({
    severity: 'info',
    page: 'areas',
    title: 'A place has another name',
    why: 'Forms show the new name; answers are the same.',
    message: ({ list, code, one, other, column }) =>
      `${quote(code)} of ${quote(list)} is called ${quote(other)} now, before ${quote(one)} (${column}).`,
    help: () =>
      'Look whether it is the same place. A spelling that was mended by hand is to be mended in the gazetteer.',
  }),
  'area-moved': rule<{ list: string; code: string; name: string; one: string; other: string }>({
    severity: 'warning',
    page: 'areas',
    title: 'A place lies in another one',
    why: 'Counts by the places above change with it, also for collected answers.',
    message: ({ list, code, name, one, other }) =>
      `${quote(code)} (${quote(name)}) of ${quote(list)} lies in ${quote(other)} now, before in ${quote(one)}.`,
    help: () => 'Look whether the border was moved. If it was, nothing needs to be done.',
  }),
  'area-stays-retired': rule<{ list: string; code: string; name: string; since: string }>({
    severity: 'info',
    page: 'areas',
    title: 'A place of the gazetteer is retired in the list',
    why: 'It is not offered, though the gazetteer has it.',
    message: ({ list, code, name, since }) =>
      `${quote(code)} (${quote(name)}) of ${quote(list)} is in the gazetteer and stays retired (${since}).`,
    help: () => 'If it is to be offered again, and is the same place, empty its cell in the column retired.',
  }),
  'area-column-kept': rule<{ list: string; columns: readonly string[] }>({
    severity: 'info',
    page: 'areas',
    title: 'Columns of the earlier list stay',
    why: 'The gazetteer says nothing about them, so they are empty for new places and as before for the others.',
    message: ({ list, columns }) =>
      `${quotedFew(columns)} of ${quote(list)} ${columns.length === 1 ? 'stays' : 'stay'} as before.`,
    help: () => 'Fill them in for new places.',
  }),
  'areas-unlike': rule<{ list: string; file: string; codes: readonly string[] }>({
    severity: 'error',
    page: 'areas',
    title: 'A gazetteer has nothing in common with the list before',
    why: 'Every place of the list would be retired at once; most likely it is another country, or other codes.',
    message: ({ list, codes }) => `None of the places of ${quote(list)} is in the gazetteer (${quotedFew(codes)}).`,
    help: ({ file }) =>
      `If the list holds placeholders only, or is to begin anew, delete ${quote(file)} and run again.`,
  }),
  'area-list-taken': rule<{ list: string; problem: string; help: string }>({
    severity: 'error',
    page: 'areas',
    title: 'A list of that name cannot be imported',
    why: 'Nothing is overwritten that somebody wrote by hand.',
    message: ({ list, problem }) => `The code list ${quote(list)} cannot be imported: ${problem}.`,
    help: ({ help }) => help,
  }),
  'area-list-source': rule<{ list: string; missing: readonly string[] }>({
    severity: 'info',
    page: 'areas',
    title: 'A list does not say from which gazetteer it is',
    why: 'Data of two years can be compared only if it is known by which edition places were coded.',
    message: ({ list }) => `The code list ${quote(list)} does not say all that is known of its gazetteer.`,
    help: ({ missing }) => `Write under source: of the list: ${missing.join(', ')}`,
  }),
};
