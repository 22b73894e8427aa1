import type { Severity } from '../../diagnostics/rule.ts';

/** Who may do what with a project, beside what `servers.yaml` declares. */
export interface ProjectAccess {
  /** `kobo-prod/household` */
  readonly project: string;
  readonly uid: string;
  /** What people see on the server. */
  readonly name: string;
  readonly owner: string;
  /** Whether servers.yaml says anything of rights. */
  readonly isDeclared: boolean;
  readonly holders: readonly Holder[];
  readonly notes: readonly AccessNote[];
}

/** A user, or everybody, with what they have or should have. */
export interface Holder {
  /** Or EVERYBODY. */
  readonly user: string;
  readonly rights: readonly HeldRight[];
}

export interface HeldRight {
  readonly permission: string;
  readonly standing: Standing;
  /** Which submissions it is about, where not all; in words. */
  readonly only: string | undefined;
}

/**
 * `owner`: comes with the project; `declared`: as servers.yaml says; `undeclared`: servers.yaml says nothing of it;
 * `missing`: servers.yaml says it and the server has it not; `unmanaged`: servers.yaml leaves rights alone.
 */
export type Standing = 'owner' | 'declared' | 'undeclared' | 'missing' | 'unmanaged';

/** Something to know about the access to a project. */
export interface AccessNote {
  readonly severity: Severity;
  readonly message: string;
}

/** Whether something is not as it is declared, or must not be. */
export function isAmiss({ holders, notes }: ProjectAccess): boolean {
  const rights = holders.flatMap((holder) => holder.rights);
  const isOther = rights.some(({ standing }) => standing === 'undeclared' || standing === 'missing');
  return isOther || notes.some(({ severity }) => severity === 'error');
}
