import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suppress } from '../../diagnostics/suppression.ts';
import type { Compiled } from '../../dictionary/compiled.ts';
import type { FileToCome, OutputFile } from '../../formats/publish.ts';
import { fails } from '../findings.ts';
import type { TellingOptions } from '../options.ts';
import { type TargetName, targets } from '../targets.ts';
import type { PartFindings } from './gather.ts';
import type { OpenedParts, PartOptions, ReadPart } from './open-parts.ts';

/** What is to be done with each part of a source, in words that another thread can take. */
export interface PartsWork {
  readonly options: PartOptions;
  /** What is built; nothing for a check. */
  readonly targets: readonly TargetName[];
  /** What keeps anything from being written; undefined where that shows only when all parts are done. */
  readonly failOn: TellingOptions['failOn'] | undefined;
}

/** A part that was checked and built. */
export interface PartResult extends PartFindings {
  /** The names of the forms that the command is about. */
  readonly forms: readonly string[];
  /** What was found while it was built. */
  readonly late: readonly Diagnostic[];
  /** Whether nothing is to be written of this part, nor of others. */
  readonly fails: boolean;
  readonly files: readonly OutputFile[];
}

/** What else there is to know while a part is made. */
export interface Making {
  /** Whether nothing is built any more, because something failed elsewhere. */
  readonly isStopped: () => boolean;
  readonly progress: (line: string) => void;
  /** Called between the check of a part and its building. */
  readonly checked: () => void;
}

export async function makePart(
  opened: OpenedParts,
  name: string,
  work: PartsWork,
  making: Making,
): Promise<PartResult> {
  const part = opened.read(name);
  const { forms, country, found, comments, known } = part;
  const result = { name, country, found, comments, forms: [...forms.keys()], known, late: [], files: [] };
  if (work.failOn !== undefined && isGrave(part, opened.core, work.failOn)) return { ...result, fails: true };
  if (making.isStopped() || work.targets.length === 0) return { ...result, fails: false };
  making.checked();
  const { report, diagnostics } = createCollector();
  const files = await filesOf(part, opened.profiles, { chosen: work.targets, report, progress: making.progress });
  const late = diagnostics();
  return { ...result, late, fails: late.length > 0, files: late.length > 0 ? [] : files };
}

/** Of what comments set aside in vain, only all parts together can tell. */
const OF_COMMENTS: ReadonlySet<string> = new Set(['ignore-unused', 'ignore-without-reason', 'ignore-unknown-rule']);

function isGrave({ found, comments }: ReadPart, core: Compiled, failOn: TellingOptions['failOn']): boolean {
  const left = suppress([...core.diagnostics, ...found], [...core.comments, ...comments]);
  return fails(
    left.filter(({ rule }) => !OF_COMMENTS.has(rule)),
    failOn,
  );
}

interface Building {
  readonly chosen: readonly TargetName[];
  readonly report: Parameters<(typeof targets)['xlsform']['files']>[0]['report'];
  readonly progress: Making['progress'];
}

async function filesOf(
  { name, dictionary, forms }: ReadPart,
  profiles: OpenedParts['profiles'],
  { chosen, report, progress }: Building,
): Promise<readonly OutputFile[]> {
  const files: FileToCome[] = [];
  if (!dictionary) return [];
  for (const profile of profiles)
    for (const target of chosen) {
      const made = await targets[target].files({
        dictionary,
        forms: [...forms.values()],
        profile,
        report,
        progress: (form) => progress(`${profile}  ${target.padEnd(8)}  ${form}`),
      });
      for (const { path, bytes } of made) files.push({ path: `${profile}/${name}/${path}`, bytes });
    }
  return Promise.all(files.map(async ({ path, bytes }) => ({ path, bytes: await bytes })));
}
