import { quote } from '../../diagnostics/quote.ts';
import type { Http } from '../http/http.ts';
import type { ImportState } from './assets.ts';
import type { Kobo } from './kobo.ts';
import { type Field, fieldOf, part } from './reply.ts';

const IMPORTS = '/api/v2/imports/';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function importRequests(http: Http): Pick<Kobo, 'importWorkbook' | 'importState'> {
  return {
    importWorkbook: async (asset, name, workbook) => {
      const doing = `hand over the workbook of ${quote(asset.name)}`;
      const form = [
        // Without this, questions would land in the library.
        { name: 'library', value: 'false' },
        { name: 'name', value: name },
        { name: 'destination', value: `${http.url}/api/v2/assets/${part(asset.uid, http, doing)}/` },
        { name: 'file', fileName: `${name}.xlsx`, type: XLSX, bytes: workbook },
      ];
      const reply = await http.send({ method: 'POST', path: IMPORTS, form, doing, needs: 'change_asset' });
      return readImport(fieldOf(reply, http, doing));
    },
    importState: async (uid) => {
      const doing = 'see how the import of a workbook goes on';
      const path = `${IMPORTS}${part(uid, http, doing)}/`;
      return readImport(fieldOf(await http.send({ method: 'GET', path, doing }), http, doing));
    },
  };
}

function readImport(field: Field): ImportState {
  const messages = field.at('messages');
  const [asset] = ['updated', 'created'].flatMap((key) => {
    const done = messages.at(key);
    return done.isThere ? done.list().map((each) => each.at('uid').uid()) : [];
  });
  const error = ['error', 'detail'].flatMap((key) => messages.at(key).maybeText() ?? []);
  return { uid: field.at('uid').uid(), status: readStatus(field.at('status')), asset, error: error[0] };
}

function readStatus(field: Field): ImportState['status'] {
  const status = field.text();
  switch (status) {
    case 'created':
    case 'processing':
    case 'complete':
    case 'error':
      return status;
    default:
      return field.fail('created, processing, complete or error');
  }
}
