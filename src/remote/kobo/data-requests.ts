import { quote } from '../../diagnostics/quote.ts';
import type { Http } from '../http/http.ts';
import { cutPage } from './cut-page.ts';
import type { Kobo, PageRequest } from './kobo.ts';
import { notUnderstood, part } from './reply.ts';

export function dataRequests(http: Http): Pick<Kobo, 'submissions' | 'attachment' | 'setStatus'> {
  const data = (asset: string, doing: string): string => `/api/v2/assets/${part(asset, http, doing)}/data/`;
  return {
    submissions: async (asset, wanted) => {
      const doing = `read submissions of the project ${quote(asset)}`;
      const path = data(asset, doing);
      const query = queryOf(wanted);
      const { text } = await http.send({ method: 'GET', path, query, doing, needs: 'view_submissions' });
      const page = cutPage(text);
      if (!page) throw notUnderstood({ http, doing }, 'it is no page of submissions');
      return page;
    },
    attachment: (address) =>
      http.download({ method: 'GET', path: address, doing: 'read an attachment', needs: 'view_submissions' }),
    setStatus: async (asset, ids, status) => {
      const doing = `set the validation status of submissions of the project ${quote(asset)}`;
      // Without `payload` around it, and with a status that it does not know, the server would do something else.
      const json = { payload: { submission_ids: ids, 'validation_status.uid': status } };
      const path = `${data(asset, doing)}validation_statuses/`;
      await http.send({ method: 'PATCH', path, json, doing, repeatable: true, needs: 'validate_submissions' });
    },
  };
}

function queryOf({ query, fields, start, limit }: PageRequest): Readonly<Record<string, string>> {
  return {
    ...(query === undefined ? {} : { query: JSON.stringify(query) }),
    ...(fields === undefined ? {} : { fields: JSON.stringify(fields) }),
    sort: '{"_id":1}',
    start: String(start ?? 0),
    limit: String(limit),
  };
}
