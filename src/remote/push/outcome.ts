import type { Location } from '../../core/location.ts';
import type { Step } from '../plan/project-plan.ts';

/** What became of one project. */
export interface Outcome {
  /** `server/project` */
  readonly project: string;
  readonly name: string;
  readonly result: 'done' | 'same' | 'blocked' | 'failed';
  readonly uid: string | undefined;
  /** What was done before it ended. */
  readonly done: readonly Step[];
  readonly failure?: Failure;
}

export interface Failure {
  /** What could not be done; undefined where nothing was begun. */
  readonly step: Step | undefined;
  readonly message: string;
  readonly help: string;
  /** Where in the dictionary it is to be mended. */
  readonly location: Location | undefined;
}
