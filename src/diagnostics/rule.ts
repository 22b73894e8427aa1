export type Severity = 'error' | 'warning' | 'info';

/**
 * One mistake that an author can make. `page` names the Markdown page that explains it; `why` says what it leads to;
 * `message` quotes the author's words and `help` says what to do. Ids never change their meaning.
 */
export interface Rule<Params> {
  readonly severity: Severity;
  readonly page: string;
  readonly title: string;
  readonly why: string;
  readonly message: (params: Params) => string;
  readonly help: (params: Params) => string;
  /** What pyxform, ODK Validate or KoboToolbox call the same mistake. */
  readonly upstream?: string;
}

/** Keeps the type of the parameters while a rule is written as plain data. */
export function rule<Params>(definition: Rule<Params>): Rule<Params> {
  return definition;
}
