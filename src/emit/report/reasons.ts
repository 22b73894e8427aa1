/** Why a question is not in a report, as the person reads it who edits the template. */
export const reasons = {
  direct: 'identifies a person directly',
  sensitive: 'personal or sensitive text, file or place',
  calculation: 'a calculation that is not certainly a number',
  position: 'the place of an entry in its repeat',
  note: 'a note, which nobody answers',
  device: 'filled in by the device',
  hidden: 'never shown to anybody',
  loop: 'a loop, asked once for each code of a list; add what you need by hand',
  name: 'without a name that submissions could have',
  type: 'of a type that reports do not know',
} as const;

export type Reason = keyof typeof reasons;
