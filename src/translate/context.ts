import type { TranslationUnit } from '../dictionary/locales/unit.ts';
import type { Place } from './places.ts';

const WORDS: Readonly<Record<string, string>> = {
  label: 'Question',
  hint: 'Help below a question',
  guidance_hint: 'Longer help for interviewers',
  constraint_message: 'Shown when an answer is not accepted',
  required_message: 'Shown when an answer is missing',
  'kobo--rank-constraint-message': 'Shown when one item is ranked twice',
  title: 'Title of a form',
  message: 'Told to people who check the data',
  definition: 'Explanation, in the codebook',
  purpose: 'Why it is asked, in the codebook',
  image: 'File of an image',
  'big-image': 'File of a larger image',
  audio: 'File of a sound',
  video: 'File of a film',
};

/** What a text is and where people meet it, a line each. */
export function contextOf(unit: TranslationUnit, { forms, after, asked, item }: Place): string {
  const [first] = asked;
  const lines = [
    whatItIs(unit, item),
    first === undefined ? undefined : `Answer to: ${asked.join(' / ')}`,
    after === undefined ? undefined : `Comes after: ${after}`,
    forms.length > 0 ? `Form: ${forms.join(', ')}` : undefined,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

function whatItIs({ keys, key }: TranslationUnit, item: string | undefined): string {
  const [section, name = '', part, code] = keys;
  if (section === 'codelists' && part === 'codes')
    return key === 'label' ? `Answer "${code ?? ''}" of the list ${name}` : `${wordFor(key)}, for an answer of ${name}`;
  if (section === 'codelists') return `Name of the list ${name}, in the codebook`;
  if (keys.includes('with')) return `Words that are put into other texts in place of $(${key})`;
  if (section === 'checks') return `${wordFor(key)} (check ${name})`;
  if (key === 'title') return `${wordFor(key)} ${name}`;
  return `${wordFor(key)} (${item ?? name})`;
}

function wordFor(key: string): string {
  return WORDS[key] ?? key;
}
