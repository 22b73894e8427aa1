import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const selectRules = {
  'code-without-label': rule<{ code: string; list: string; none: boolean }>({
    severity: 'warning',
    page: 'code-lists',
    title: 'A code without a label',
    why: 'People would see an empty line, or the code, in place of the answer; ODK refuses a list without any label, and in one plain column also one whose first code has none.',
    message: ({ code, list, none }) =>
      none ? `No code of ${quote(list)} has a label.` : `The code ${quote(code)} has no label.`,
    help: ({ code, none }) => (none ? 'Write a label for each code.' : `Write ${code}: and the label behind it.`),
    upstream: 'pyxform LABEL_001',
  }),
  'or-other': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'or_other where it cannot work',
    why: 'or_other adds an answer and a text question of its own, which is not possible here.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
    upstream: 'pyxform: or_other',
  }),
  'external-without-filter': rule<{ name: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A select_one_external that nothing narrows',
    why: 'The type is only made for choices that another answer narrows; pyxform breaks off without a message.',
    message: ({ name }) => `${quote(name)} is a select_one_external without a choice_filter.`,
    help: () => 'Write a choice_filter:, or use select_one.',
    upstream: 'pyxform: select one external',
  }),
  'kobo-sheet': rule<{ list: string; sheet: 'external_choices' | 'osm' }>({
    severity: 'error',
    page: 'code-lists',
    title: 'An old type whose list KoboToolbox cannot deploy',
    why: 'KoboToolbox takes the column label for a translated one on every sheet. It fails at this sheet when the form is deployed, and gives no reason.',
    message: ({ list, sheet }) =>
      `The list ${quote(list)} stands on the sheet ${sheet}, with a plain column label, and KoboToolbox cannot deploy a form with that.`,
    help: ({ sheet }) =>
      sheet === 'osm'
        ? 'Write osm without the list, so that all tags can be filled in, or build this form for the profile odk only.'
        : 'Use select_one with the same choice_filter: a long list goes out as a file by itself. Or build this form for the profile odk only.',
    upstream: 'KoboToolbox: server error at the deployment',
  }),
  'search-appearance': rule<{ name: string; problem: 'file' | 'shared'; list: string; other: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'search(…) where it cannot work',
    why: 'search(…) takes its answers from a file of its own, and pyxform refuses the form.',
    message: ({ name, problem, list, other }) =>
      problem === 'file'
        ? `${quote(name)} reads its answers from ${quote(list)} and searches another file as well.`
        : `${quote(name)} uses search(…) on the list ${quote(list)}, which ${quote(other)} uses without it.`,
    help: ({ problem }) =>
      problem === 'file' ? 'Delete search(…).' : 'Give the question with search(…) a list of its own.',
    upstream: 'pyxform: search()',
  }),
  'list-file-ending': rule<{ file: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A file of answers with another ending',
    why: 'pyxform reads answers from .csv, .xml and .geojson only and refuses any other name.',
    message: ({ file }) => `${quote(file)} does not end in .csv, .xml or .geojson with no other dot before it.`,
    help: () => 'Rename the file, in small letters and with one dot, such as villages.csv.',
    upstream: 'pyxform: file name should end with',
  }),
};
