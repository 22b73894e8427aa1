// The process that plays scenarios. Reads { scripts: [{ form, layer, file }], conversions } from stdin and writes one line of
// JSON to stdout for each form that it opens and each scenario that it plays: { what, steps, failures: [{ step, text }] }.
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { openForm } from './engine.mjs';
import { playScenario } from './scenario.mjs';
import { hasSchemas, openSchemas } from './schemas.mjs';
import { title } from './tally.mjs';

async function main() {
  const { scripts, conversions } = JSON.parse(await text(process.stdin));
  const loaded = (await Promise.all(scripts.map(load))).filter((script) => script !== null);
  const stages = [];
  for (const conversion of conversions) {
    const script = loaded.find(({ form }) => form === conversion.form);
    stages.push(await opened(conversion, script?.fromServer));
  }
  const schemas = conversions.some(hasSchemas); // a build has them all or none
  for (const stage of stages) stage.schemas = schemas && stage.error === null ? await schemasOf(stage) : null;
  for (const script of loaded) await playScript(script, stages);
}

async function load({ form, layer, file }) {
  const name = basename(file);
  try {
    const { scenarios, layers = [layer], fromServer = {} } = await import(pathToFileURL(file).href);
    if (scenarios === undefined) throw new Error('it exports no scenarios');
    return { form, name, scenarios, layers, fromServer };
  } catch (error) {
    emit(failed(name, 'load the scenarios', `${error.name}: ${error.message}`));
    return null;
  }
}

/** Every form has to open with its own attachments, with or without a scenario; `open` is null where it does not. */
async function opened(conversion, fromServer) {
  const what = `${title(conversion)} pyxform ${conversion.version}`;
  try {
    if (conversion.error !== null) throw new Error(`no XForm: ${conversion.error}`);
    const open = await openForm({ ...conversion, fromServer });
    open();
    emit({ what: `${what}: opens`, steps: 1, failures: [] });
    return { ...conversion, what, open };
  } catch (error) {
    emit(failed(what, 'opens', error.message));
    return { ...conversion, what, open: null };
  }
}

async function schemasOf(stage) {
  const what = `${stage.what}: its schemas`;
  try {
    const schemas = await openSchemas(stage);
    emit({ what, ...schemas.form });
    return schemas;
  } catch (error) {
    emit(failed(what, 'open', error.message));
    return null;
  }
}

async function playScript({ form, name, scenarios, layers }, stages) {
  for (const layer of layers) {
    const mine = stages.filter((stage) => stage.form === form && stage.layer === layer);
    if (mine.length === 0) emit(failed(`${layer}/${form}`, 'find the form', 'no workbook of that name in the build'));
    for (const { what, profile, open, schemas } of mine.filter((stage) => stage.open !== null)) {
      for (const [scenario, play] of Object.entries(scenarios)) {
        const { record, ...result } = await playScenario(play, { open, profile }, name);
        emit({ what: `${what}: ${scenario}`, ...result });
        if (schemas !== null && record !== null)
          emit({ what: `${what}: ${scenario}, against its schemas`, ...schemas.check(record) });
      }
    }
  }
}

function failed(what, step, reason) {
  return { what, steps: 1, failures: [{ step, text: reason }] };
}

function emit(record) {
  process.stdout.write(`${JSON.stringify(record)}\n`);
}

await main();
