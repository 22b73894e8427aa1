// Loads an XForm into the form engine of ODK Web Forms and hands out interviews.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { prepareDom } from './dom.mjs';
import { Form, FormError } from './form.mjs';

prepareDom();
const { loadForm } = await import('@getodk/xforms-engine');

const TYPES = { csv: 'text/csv', geojson: 'application/geo+json', xml: 'text/xml' };

/**
 * @param xform path of the XForm
 * @param media folder with the files that the form attaches
 * @param form its name, for messages
 * @param fromServer the text of each file that only the server has, by name
 * @returns a function that starts an interview: a new, empty {@link Form} at each call
 */
export async function openForm({ xform, media, form, fromServer = {} }) {
  const loaded = await loadForm(await readFile(xform, 'utf8'), {
    fetchFormAttachment: (url) => attachment(decodeURIComponent(basename(url.pathname)), media, fromServer),
    missingResourceBehavior: 'ERROR',
  });
  if (loaded.status !== 'success') throw new FormError(`the form engine refuses ${form}: ${reason(loaded)}`);
  const preloadProperties = { deviceID: 'device-1', username: 'enumerator' };
  return () => new Form(loaded.createInstance({ preloadProperties }).root, form);
}

/**
 * @param xform the text of an XForm without attachments
 * @returns a function that goes on with an interview from its XML, and gives the root of its nodes
 */
export async function startFrom(xform) {
  const loaded = await loadForm(xform, { missingResourceBehavior: 'BLANK' });
  if (loaded.status !== 'success') throw new FormError(`the form engine refuses the form: ${reason(loaded)}`);
  return async (submission) => {
    /** @type {any} The engine wants to see the file in the type of the form that holds it. */
    const data = new FormData();
    data.set('xml_submission_file', new File([submission], 'xml_submission_file', { type: 'text/xml' }));
    return (await loaded.restoreInstance({ data: [data] })).root;
  };
}

/**
 * @param xform the text of the XForm of the conversion
 * @returns a function that opens a submission to be edited, with the names of its files, and gives the root of its nodes
 */
export async function editFrom({ media, form }, xform) {
  const loaded = await loadForm(xform, {
    fetchFormAttachment: (url) => attachment(decodeURIComponent(basename(url.pathname)), media, {}),
    missingResourceBehavior: 'BLANK',
  });
  if (loaded.status !== 'success') throw new FormError(`the form engine refuses ${form}: ${reason(loaded)}`);
  return async (submission, files) => {
    const attachments = new Map(files.map((file) => [file, async () => new Response('')]));
    const inputType = 'FORM_INSTANCE_INPUT_RESOLVABLE';
    return (await loaded.editInstance({ inputType, resolveInstance: () => submission, attachments })).root;
  };
}

async function attachment(file, media, fromServer) {
  const content = fromServer[file] ?? (await readFile(join(media, file)).catch(() => null));
  if (content === null) return new Response(`no ${file} in media`, { status: 404 });
  const type = TYPES[file.split('.').pop()] ?? 'application/octet-stream';
  return new Response(content, { headers: { 'content-type': type } });
}

function reason({ error, warnings }) {
  const causes = [];
  for (let cause = error; cause; cause = cause.cause) causes.push(cause.message ?? String(cause));
  return causes.join(': ') || JSON.stringify(warnings);
}
