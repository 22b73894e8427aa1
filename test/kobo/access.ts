import { type Call, denied, notFound, unauthenticated } from './http.ts';
import { ANONYMOUS, type Asset, type KoboState, type User } from './state.ts';

/** Who sends a request. @throws Refusal for credentials that are wrong. */
export function authenticate(state: KoboState, authorization: string | undefined): User | null {
  const [scheme = '', secret = ''] = (authorization ?? '').split(/\s+/, 2);
  if (/^token$/i.test(scheme)) {
    const user = [...state.users.values()].find(({ token }) => token === secret);
    if (!user) throw unauthenticated('Invalid token.');
    return user;
  }
  if (/^basic$/i.test(scheme)) {
    const [name = '', ...rest] = Buffer.from(secret, 'base64').toString('utf8').split(':');
    const user = state.users.get(name);
    if (user?.password !== rest.join(':')) throw unauthenticated('Invalid username/password.');
    return user;
  }
  return null;
}

export function needUser(call: Call): User {
  if (call.user === null) throw unauthenticated();
  return call.user;
}

/** Whether someone has a permission, by themselves or because everyone has it. */
export function may(user: User | null, codename: string, asset: Asset): boolean {
  if (user?.superuser) return true;
  if (codename === 'delete_asset') return user?.name === asset.owner;
  const names = user === null ? [ANONYMOUS] : [user.name, ANONYMOUS];
  return asset.assignments.some((given) => given.codename === codename && names.includes(given.user));
}

/** The asset of an address: 404 for who cannot see it, 403 (401 for nobody) for who cannot do this. */
export function assetFor(state: KoboState, call: Call, uid: string, codename: string): Asset {
  const asset = state.assets.get(uid);
  if (asset === undefined) throw notFound('Asset');
  if (!may(call.user, 'view_asset', asset)) throw notFound();
  need(call, codename, asset);
  return asset;
}

export function need(call: Call, codename: string, asset: Asset): void {
  if (may(call.user, codename, asset)) return;
  throw call.user === null ? unauthenticated() : denied();
}

/** The filters of a permission that someone has for some submissions only. */
export function partialFilters(user: User | null, codename: string, asset: Asset): readonly object[] | undefined {
  if (user === null || may(user, codename, asset)) return undefined;
  const given = asset.assignments.find((one) => one.user === user.name && one.codename === 'partial_submissions');
  return given?.partial?.[codename];
}
