import { quote } from '../../diagnostics/quote.ts';
import type { Http } from '../http/http.ts';
import type { MediaFile } from './assets.ts';
import type { Kobo } from './kobo.ts';
import { allOf } from './list.ts';
import { type Field, fieldOf, part } from './reply.ts';

const LONGEST_DESCRIPTION = 255;

export function mediaRequests(http: Http): Pick<Kobo, 'media' | 'addMedia' | 'removeMedia'> {
  const files = (asset: string, doing: string): string => `/api/v2/assets/${part(asset, http, doing)}/files/`;
  return {
    media: async (asset) => {
      const doing = `list the files of the project ${quote(asset)}`;
      const query = { file_type: 'form_media' };
      return (await allOf(http, { method: 'GET', path: files(asset, doing), query, doing })).map(readFile);
    },
    addMedia: async (asset, name, bytes) => {
      const doing = `attach the file ${quote(name)}`;
      const form = [
        { name: 'file_type', value: 'form_media' },
        { name: 'description', value: name.slice(0, LONGEST_DESCRIPTION) },
        { name: 'content', fileName: name, type: 'application/octet-stream', bytes },
      ];
      const reply = await http.send({ method: 'POST', path: files(asset, doing), form, doing, needs: 'change_asset' });
      return readFile(fieldOf(reply, http, doing));
    },
    removeMedia: async (asset, file) => {
      const doing = `take a file from the project ${quote(asset)}`;
      const path = `${files(asset, doing)}${part(file, http, doing)}/`;
      await http.send({ method: 'DELETE', path, doing, repeatable: true, accept: [404], needs: 'change_asset' });
    },
  };
}

function readFile(field: Field): MediaFile {
  const metadata = field.at('metadata');
  return {
    uid: field.at('uid').uid(),
    name: metadata.at('filename').text(),
    hash: metadata.at('hash').maybeText() ?? '',
    from: metadata.at('redirect_url').maybeText(),
  };
}
