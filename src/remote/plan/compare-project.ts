import type { ProjectState } from '../state/state.ts';
import { type Change, changeOf } from './change.ts';
import { compareForms } from './compare-forms.ts';
import { md5Of, type OnServer } from './on-server.ts';
import { type Right, rightsToChange, wantedRights } from './rights.ts';
import { contentHash, type Wanted } from './wanted.ts';

/** What a push has to do with a project that is there, each part told as changes. */
export interface Differences {
  readonly form: readonly Change[];
  readonly files: readonly FileDifference[];
  readonly assign: readonly Right[];
  readonly unassign: readonly Right[];
  readonly collection: string | undefined;
  readonly deployment: readonly Change[];
}

export interface FileDifference {
  readonly kind: 'add-file' | 'replace-file' | 'remove-file';
  readonly file: string;
}

export function compareProject(wanted: Wanted, there: OnServer, state: ProjectState | undefined): Differences {
  const files = compareFiles(wanted, there, state);
  const rights = there.assignments
    ? rightsToChange(wantedRights(wanted.project, there.asset.owner), there.assignments, state?.permissions ?? {})
    : { assign: [], unassign: [] };
  const collection = wanted.project.collection;
  return {
    form: formChanges(wanted, there, state),
    files,
    ...rights,
    collection: collection === there.collection ? undefined : collection,
    deployment: deploymentChange(there, state),
  };
}

/** Where the server keeps something in another way than it was handed over, it is the same as long as neither side moved. */
function formChanges(wanted: Wanted, { asset, form }: OnServer, state: ProjectState | undefined): readonly Change[] {
  const held = contentHash(form, asset.name);
  if (held === wanted.hash || (state?.content === held && state.form === wanted.hash)) return [];
  return [...changeOf('project', 'name', asset.name, wanted.name), ...compareForms(form, wanted.form, wanted.renames)];
}

/** Files that somebody else put there are left alone, unless the form wants another of that name. */
function compareFiles({ media }: Wanted, there: OnServer, state: ProjectState | undefined): readonly FileDifference[] {
  const present = new Map(there.media.map((file) => [file.name, md5Of(file)]));
  const wantedFiles = [...media].flatMap(([file, { md5 }]): readonly FileDifference[] => {
    if (present.get(file) === md5) return [];
    return [{ kind: present.has(file) ? 'replace-file' : 'add-file', file }];
  });
  const ours = Object.entries(state?.media ?? {}).filter(
    ([file, md5]) => !media.has(file) && present.get(file) === md5,
  );
  return [...wantedFiles, ...ours.map(([file]): FileDifference => ({ kind: 'remove-file', file }))];
}

const PRESENT = 'the present version';

/** Devices get what was deployed last, and not what the project holds. */
function deploymentChange({ asset }: OnServer, state: ProjectState | undefined): readonly Change[] {
  const { deployment, version, deployedVersion } = asset;
  if (deployment === 'draft') return changeOf('deployment', 'deployment', 'nothing yet', PRESENT);
  if (version !== deployedVersion) return changeOf('deployment', 'deployment', 'an older version', PRESENT);
  return state?.unfinished ? changeOf('deployment', 'deployment', 'what a push left that was cut off', PRESENT) : [];
}

/** The same, as changes to be told. */
export function toldDifferences({
  form,
  files,
  assign,
  unassign,
  collection,
  deployment,
}: Differences): readonly Change[] {
  const inFile = { 'add-file': 'added', 'replace-file': 'changed', 'remove-file': 'removed' } as const;
  return [
    ...form,
    ...files.map(({ kind, file }): Change => ({ kind: inFile[kind], subject: 'file', name: file })),
    ...assign.map(({ user, permission }): Change => ({
      kind: 'added',
      subject: 'right',
      name: user,
      after: permission,
    })),
    ...unassign.map(({ user, permission }): Change => ({
      kind: 'removed',
      subject: 'right',
      name: user,
      before: permission,
    })),
    ...(collection === undefined ? [] : changeOf('collection', 'collection', undefined, collection)),
    // Whatever is handed over is deployed with it.
    ...(form.length + files.length > 0 ? [] : deployment),
  ];
}
