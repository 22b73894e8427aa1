import type { Http } from '../http/http.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Kobo } from './kobo.ts';
import { allOf } from './list.ts';
import { readAsset, readContent } from './read-asset.ts';
import { fieldOf, part } from './reply.ts';

const ASSETS = '/api/v2/assets/';
/** Histories and the like, which nobody here asks for, and which grow with each deployment. */
const UNWANTED = 'deployed_versions,report_styles,report_custom,map_styles,map_custom';

type Requests = Pick<
  Kobo,
  'me' | 'asset' | 'assetsNamed' | 'version' | 'createProject' | 'createCollection' | 'patchAsset'
>;

export function assetRequests(http: Http): Requests {
  const create = async (
    name: string,
    type: 'survey' | 'collection',
    doing: string,
  ): ReturnType<Kobo['createProject']> => {
    const reply = await http.send({ method: 'POST', path: ASSETS, json: { name, asset_type: type }, doing });
    return readAsset(fieldOf(reply, http, doing));
  };
  return {
    me: async () => {
      const doing = 'find out whose token it is';
      return fieldOf(await http.send({ method: 'GET', path: '/me/', doing }), http, doing)
        .at('username')
        .text();
    },
    asset: async (uid, { content = false } = {}) => {
      const doing = `read the project ${quote(uid)}`;
      const path = `${ASSETS}${part(uid, http, doing)}/`;
      const query = { exclude: content ? UNWANTED : `content,${UNWANTED}` };
      const reply = await http.send({ method: 'GET', path, query, doing, accept: [404] });
      return reply.status === 404 ? undefined : readAsset(fieldOf(reply, http, doing));
    },
    assetsNamed: async (name, type) => {
      const doing = `look for the ${type === 'survey' ? 'project' : 'collection'} ${quote(name)}`;
      // A quotation mark would end the name; then all are asked for.
      const named = /["\\]/.test(name) ? '' : ` AND name:"${name}"`;
      const query = { q: `asset_type:${type}${named}` };
      const found = await allOf(http, { method: 'GET', path: ASSETS, query, doing });
      return found.filter((field) => field.at('name').value === name).map(readAsset);
    },
    version: async (asset, version) => {
      const doing = `read the version ${quote(version)} of the project ${quote(asset)}`;
      const path = `${ASSETS}${part(asset, http, doing)}/versions/${part(version, http, doing)}/`;
      const reply = await http.send({ method: 'GET', path, doing, accept: [404] });
      return reply.status === 404 ? undefined : readContent(fieldOf(reply, http, doing).at('content'));
    },
    createProject: (name) => create(name, 'survey', `create the project ${quote(name)}`),
    createCollection: (name) => create(name, 'collection', `create the collection ${quote(name)}`),
    patchAsset: async (uid, json) => {
      const doing = `change the project ${quote(uid)}`;
      const path = `${ASSETS}${part(uid, http, doing)}/`;
      const reply = await http.send({ method: 'PATCH', path, json, doing, repeatable: true, needs: 'change_asset' });
      return readAsset(fieldOf(reply, http, doing));
    },
  };
}
