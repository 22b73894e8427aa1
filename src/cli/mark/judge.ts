import type { ConformOptions } from '../../conform/conform.ts';
import { conformFiles } from '../../conform/conform-files.ts';
import { keyOf, textAt } from '../../conform/subject.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { Judged } from '../../remote/mark/status.ts';
import type { DataFile } from '../../submissions/submission.ts';
import type { Host } from '../host.ts';

const GRAVITY = ['info', 'warning', 'error'] as const;

/** What conformance says of each submission of a project, by what names it for ever. */
export async function judge(
  file: DataFile,
  known: Pick<ConformOptions, 'forms' | 'countries'>,
  host: Host,
  onRead: (count: number) => void,
): Promise<ReadonlyMap<string, Judged>> {
  const worst = new Map<string, Severity>();
  const uuids = new Map<string, string>();
  await conformFiles([file], {
    ...known,
    host: host.evaluation(),
    showAll: false,
    sink: ({ diagnostic: { severity }, subject: { key } }) => worst.set(key, graver(severity, worst.get(key))),
    report: () => undefined,
    looked: () => undefined,
    pick: (submissions) => {
      for (const { answers } of submissions) {
        const key = keyOf(answers);
        if (key !== undefined) uuids.set(key, textAt(answers, '_uuid'));
      }
      onRead(uuids.size);
      return submissions;
    },
  });
  return new Map([...uuids].map(([key, uuid]) => [key, { uuid, worst: worst.get(key) }]));
}

function graver(one: Severity, other: Severity | undefined): Severity {
  return other !== undefined && GRAVITY.indexOf(other) > GRAVITY.indexOf(one) ? other : one;
}
