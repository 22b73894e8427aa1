/** The columns of the settings sheet that pyxform 4.5.0 or KoboToolbox read; `formula` ones hold an expression. */
export const settingsColumns: ReadonlyMap<string, { readonly kind: 'plain' | 'formula'; readonly doc: string }> =
  new Map([
    ['form_title', { kind: 'plain', doc: 'The title that people see.' }],
    ['form_id', { kind: 'plain', doc: 'The id by which servers know the form.' }],
    ['version', { kind: 'plain', doc: 'The version of the form.' }],
    ['instance_name', { kind: 'formula', doc: 'How a filled form is named.' }],
    ['default_language', { kind: 'plain', doc: 'The language that opens first.' }],
    ['public_key', { kind: 'plain', doc: 'The key that encrypts submissions.' }],
    ['submission_url', { kind: 'plain', doc: 'Where submissions are sent.' }],
    ['auto_send', { kind: 'plain', doc: 'Whether finished forms are sent by themselves.' }],
    ['auto_delete', { kind: 'plain', doc: 'Whether sent forms are deleted from the device.' }],
    ['client_editable', { kind: 'plain', doc: 'Whether a sent form can be edited on the device.' }],
    ['style', { kind: 'plain', doc: 'The look on the web: pages, theme-grid, …' }],
    ['name', { kind: 'plain', doc: 'The name of the outermost element; data where it is left out.' }],
    ['allow_choice_duplicates', { kind: 'plain', doc: 'Whether a list may repeat a code.' }],
    ['omit_instanceID', { kind: 'plain', doc: 'Leaves out the id of the submission.' }],
    ['clean_text_values', { kind: 'plain', doc: 'Whether runs of blanks are shortened.' }],
    ['namespaces', { kind: 'plain', doc: 'Namespaces for attributes of your own.' }],
    ['instance_xmlns', { kind: 'plain', doc: 'The namespace of the submission.' }],
    ['instance_id', { kind: 'plain', doc: 'How the id of the submission is made.' }],
    ['kobo--locking-profile', { kind: 'plain', doc: "KoboToolbox's locking profile of the form." }],
    ['kobo--lock_all', { kind: 'plain', doc: 'Locks everything in the form builder of KoboToolbox.' }],
  ]);

/** The columns of the entities sheet. */
export const entityColumns: readonly string[] = ['list_name', 'label', 'entity_id', 'create_if', 'update_if'];
