/**
 * What KoboToolbox's form builder can be told not to let people edit (formpack, constants.py, in its order). `facets` are the
 * words of `lock` that each stands for; one of them is enough, unless it `needs` all. What a question's settings are beyond
 * these is `others`.
 */
export interface Restriction {
  readonly on: 'question' | 'group' | 'form';
  /** Of the codes that a question offers, not of the question itself. */
  readonly ofCodes?: true;
  /** Of what stands in a group, not of the group itself. */
  readonly ofItems?: true;
  readonly facets: readonly string[];
  readonly others?: true;
  readonly needs?: 'all';
  /** What it is called in the name of a profile. */
  readonly word: string;
}

export const restrictions = {
  choice_add: { on: 'question', ofCodes: true, facets: ['add'], word: 'choice_add' },
  choice_delete: { on: 'question', ofCodes: true, facets: ['remove'], word: 'choice_delete' },
  choice_label_edit: { on: 'question', ofCodes: true, facets: ['label'], word: 'choice_label' },
  choice_value_edit: { on: 'question', ofCodes: true, facets: ['add', 'remove'], word: 'choice_value' },
  choice_order_edit: { on: 'question', ofCodes: true, facets: ['order'], word: 'choice_order' },
  question_delete: { on: 'question', facets: ['remove'], word: 'delete' },
  question_label_edit: { on: 'question', facets: ['label', 'hint'], word: 'label' },
  question_settings_edit: { on: 'question', facets: ['type'], others: true, word: 'settings' },
  question_skip_logic_edit: { on: 'question', facets: ['relevant'], word: 'skip_logic' },
  question_validation_edit: { on: 'question', facets: ['constraint', 'constraint_message'], word: 'validation' },
  group_delete: { on: 'group', facets: ['remove'], word: 'delete' },
  group_label_edit: { on: 'group', facets: ['label', 'hint'], word: 'label' },
  group_question_add: { on: 'group', facets: ['items'], word: 'question_add' },
  group_question_delete: { on: 'group', facets: ['items'], word: 'question_delete' },
  group_question_order_edit: { on: 'group', ofItems: true, facets: ['order'], word: 'question_order' },
  group_settings_edit: { on: 'group', facets: ['type'], others: true, word: 'settings' },
  group_skip_logic_edit: { on: 'group', facets: ['relevant'], word: 'skip_logic' },
  group_split: { on: 'group', facets: ['remove'], word: 'split' },
  form_replace: { on: 'form', facets: ['items', 'order', 'settings', 'metadata'], needs: 'all', word: 'replace' },
  group_add: { on: 'form', facets: ['items'], word: 'group_add' },
  question_add: { on: 'form', facets: ['items'], word: 'question_add' },
  question_order_edit: { on: 'form', facets: ['order'], word: 'question_order' },
  language_edit: { on: 'form', facets: ['languages'], word: 'language' },
  form_appearance: { on: 'form', facets: ['settings'], word: 'appearance' },
  form_meta_edit: { on: 'form', facets: ['metadata'], word: 'meta' },
} as const satisfies Readonly<Record<string, Restriction>>;

export type RestrictionName = keyof typeof restrictions;
export const restrictionNames = Object.keys(restrictions) as readonly RestrictionName[];

/** The sheet of the profiles, the column that names one of them, and the setting that locks the whole form. */
export const LOCKING_SHEET = 'kobo--locking-profiles';
export const LOCKING_COLUMN = 'kobo--locking-profile';
export const LOCK_ALL = 'kobo--lock_all';
