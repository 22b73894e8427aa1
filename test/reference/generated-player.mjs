// The process that loads generated records into the form engine. Reads the forms from stdin and writes one line of JSON to
// stdout for each: { what, records, failures: [{ record, text }] }. Local time is to be UTC, as it is in the records.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { editFrom } from './engine.mjs';
import { differences } from './generated-compare.mjs';
import { submissionWriter } from './kobo-xml.mjs';
import { readXForm } from './xform.mjs';

/** The engine computes by the clock of this process, which goes as the record says. */
const realNow = Date.now;

for (const { what, count, conversion, records } of JSON.parse(await text(process.stdin))) {
  const xform = await readFile(conversion.xform, 'utf8');
  const form = readXForm(xform);
  const write = submissionWriter(form, xform);
  const edit = await editFrom(conversion, xform);
  const lines = (await readFile(records, 'utf8')).split('\n').slice(0, -1);
  const failures = [];
  if (lines.length !== count) failures.push({ record: 0, text: `${lines.length} records, not ${count}` });
  for (const [index, line] of lines.entries()) {
    const wrong = await tried(JSON.parse(line), { write, form, edit });
    if (wrong.length > 0) failures.push({ record: index + 1, text: wrong.join('\n') });
  }
  process.stdout.write(`${JSON.stringify({ what, records: lines.length, failures })}\n`);
}

async function tried(record, { write, form, edit }) {
  const { _submission_time: time, _attachments: attachments } = record;
  Date.now = () => Date.parse(`${time}Z`);
  try {
    const files = attachments.map(({ media_file_basename: name }) => name);
    const root = await edit(write(record), files);
    return differences(record, form, root);
  } catch (error) {
    return [`the engine does not take it: ${error.message}`];
  } finally {
    Date.now = realNow;
  }
}
