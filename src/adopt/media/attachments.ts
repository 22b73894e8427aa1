import type { Form } from '../../model/form.ts';
import type { Written } from '../../source/yaml/write.ts';

/** The files that the items of a form do not name, and those that the server has. */
export function writtenAttachments({ attachments }: Form): readonly (readonly [string, Written])[] {
  if (attachments.length === 0) return [];
  const written = attachments.map(({ file, from }) =>
    from === 'dictionary'
      ? file.string.text
      : new Map([
          ['file', file.string.text],
          ['from', from],
        ]),
  );
  return [['attachments', written]];
}
