import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileTree } from '../../source/files.ts';
import { withoutBaseline } from '../baseline.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { createProgress, withProgress } from '../progress.ts';
import type { TargetName } from '../targets.ts';
import { allParts, type SourcePlace } from './all-parts.ts';
import { refuseUnknownForms } from './chosen.ts';
import { gather } from './gather.ts';
import type { PartResult } from './make-part.ts';
import { type OpenedParts, openParts } from './open-parts.ts';
import { partSteps } from './part-steps.ts';

/** A source whose parts are done one after the other, and what is left of each. */
export interface WholeSource {
  readonly opened: OpenedParts;
  /** Each part that is done, with its files, which are not kept. */
  readonly parts: () => AsyncGenerator<PartResult>;
  /** Does all parts, where nothing is built. */
  readonly finish: () => Promise<void>;
  /** The parts that are done, in the order of their names. */
  readonly results: () => readonly Omit<PartResult, 'files'>[];
  /** All findings about a source of which every part is done: without those that a comment or a baseline sets aside. */
  readonly diagnostics: () => readonly Diagnostic[];
}

export interface WholeOptions extends Omit<CommonOptions, 'baseline'> {
  readonly baseline?: string | undefined;
}

/** What is built, and who is told of it. */
export interface Building {
  readonly chosen: readonly TargetName[];
  readonly told: (line: string) => void;
}

/**
 * Begins to read, check and build a source.
 * @throws UsageError for a country or a form that it does not have; its parts throw one as well
 */
export function openWhole(
  tree: FileTree,
  place: SourcePlace,
  options: WholeOptions,
  { chosen, told }: Building,
  host: Host,
): WholeSource {
  const progress = createProgress(host);
  const { form, country, profile, failOn, baseline } = options;
  const opened = openParts(withProgress(tree, progress), { form, country, profile });
  const { names, kind } = opened;
  // What a baseline knows shows only at the end.
  const work = {
    options: { form, country, profile },
    targets: chosen,
    failOn: baseline === undefined ? failOn : undefined,
  };
  const done = new Map<string, Omit<PartResult, 'files'>>();
  const results = (): ReturnType<WholeSource['results']> => names.flatMap((name) => done.get(name) ?? []);
  const steps = partSteps(names, progress, host.terminal, told);
  async function* parts(): AsyncGenerator<PartResult> {
    for await (const result of allParts(opened, work, place, host, steps)) {
      const { files: _, ...kept } = result;
      done.set(result.name, kept);
      steps.done(result);
      yield result;
    }
    progress.end();
    const known = results().flatMap((each) => (each.known ? [each.known] : []));
    refuseUnknownForms(known, form, kind);
  }
  return {
    opened,
    parts,
    finish: async () => {
      const all = parts();
      while ((await all.next()).done !== true);
    },
    results,
    diagnostics: () => {
      const { diagnostics } = gather(tree, opened, results());
      return baseline === undefined ? diagnostics : withoutBaseline(diagnostics, baseline, tree.prefix, host);
    },
  };
}
