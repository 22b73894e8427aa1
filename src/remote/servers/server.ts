import type { Location } from '../../core/location.ts';

/** A server of `servers.yaml`, with the projects that the dictionary owns there. */
export interface Server {
  readonly name: string;
  readonly kind: 'kobo';
  /** Without a slash at its end. */
  readonly url: string;
  /** The environment variable that holds the token. */
  readonly tokenEnv: string;
  /** A file of certificates in PEM, as written, from the folder of `servers.yaml`. */
  readonly caFile: string | undefined;
  readonly projects: readonly Project[];
  readonly location: Location;
}

/** One form on one server. */
export interface Project {
  readonly server: string;
  /** `household`, or `household@afg` for a country: how plans, states and stores call it on its server. */
  readonly key: string;
  readonly form: string;
  readonly country: string | undefined;
  /** The server's own name for it, where it was there before; else the first push writes it into the state. */
  readonly uid: string | undefined;
  /** What people see on the server; without it the title of the form. */
  readonly name: string | undefined;
  /** The collection that it lies in, by name. */
  readonly collection: string | undefined;
  /** What users may do, by user; `anyone` stands for people without an account. Undefined: rights are left alone. */
  readonly permissions: ReadonlyMap<string, readonly Permission[]> | undefined;
  /** Files of this project that take the place of the dictionary's, by the name that the form knows: paths as written. */
  readonly media: ReadonlyMap<string, string>;
  readonly location: Location;
}

/** The key of a project; countries have a project of their own for the same form. */
export function projectKey(form: string, country: string | undefined): string {
  return country === undefined ? form : `${form}@${country}`;
}

/** The country of a project that is called `server/key`. */
export function countryOfProject(project: string): string | undefined {
  return /@([^@]*)$/.exec(project)?.[1];
}

/** How people name a project: `kobo-prod/household`. */
export function projectName({ server, key }: Project): string {
  return `${server}/${key}`;
}

/** People without an account, as `servers.yaml` calls them. */
export const ANYONE = 'anyone';

/** Rights of KoboToolbox (kobo-api.md 4.1) that can be given to a user. */
export const permissions = [
  'view_asset',
  'change_asset',
  'manage_asset',
  'add_submissions',
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
] as const;
export type Permission = (typeof permissions)[number];
