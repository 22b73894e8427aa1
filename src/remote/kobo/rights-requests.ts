import { quote } from '../../diagnostics/quote.ts';
import type { Http } from '../http/http.ts';
import type { Assignment } from './assets.ts';
import type { Kobo } from './kobo.ts';
import { type Field, fieldOf, part } from './reply.ts';

export function rightsRequests(http: Http): Pick<Kobo, 'assignments' | 'assign' | 'unassign'> {
  const rights = (asset: string, doing: string): string =>
    `/api/v2/assets/${part(asset, http, doing)}/permission-assignments/`;
  return {
    assignments: async (asset) => {
      const doing = `read who may do what with the project ${quote(asset)}`;
      const reply = await http.send({ method: 'GET', path: rights(asset, doing), doing });
      return fieldOf(reply, http, doing).list().map(readAssignment);
    },
    assign: async (asset, user, permission) => {
      const doing = `give ${quote(user)} the right ${quote(permission)}`;
      const json = {
        user: `${http.url}/api/v2/users/${encodeURIComponent(user)}/`,
        permission: `${http.url}/api/v2/permissions/${encodeURIComponent(permission)}/`,
      };
      const path = rights(asset, doing);
      await http.send({ method: 'POST', path, json, doing, repeatable: true, needs: 'manage_asset' });
    },
    unassign: async (asset, { url, user, permission }) => {
      const doing = `take the right ${quote(permission)} from ${quote(user)}`;
      const path = `${rights(asset, doing)}${part(lastOf(url), http, doing)}/`;
      await http.send({ method: 'DELETE', path, doing, repeatable: true, accept: [404], needs: 'manage_asset' });
    },
  };
}

function readAssignment(field: Field): Assignment {
  return {
    url: field.at('url').text(),
    user: lastOf(field.at('user').text()),
    permission: lastOf(field.at('permission').text()),
    partial: field.at('partial_permissions').value,
  };
}

/** What an address is of: `alice` in `https://…/users/alice/`. */
function lastOf(url: string): string {
  const last = /([^/?#]*)\/?(?:[?#].*)?$/s.exec(url)?.[1] ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
