// Holds what form engines send against the JSON Schemas of the build: a submission conforms, and each breakage of it is
// found where it is.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { breakages } from './breakages.mjs';
import { odataName, servers } from './submissions.mjs';
import { nodesBelow, readXForm } from './xform.mjs';

const SHAPES = Object.keys(servers);

export function hasSchemas(conversion) {
  return SHAPES.some((shape) => existsSync(schemaFile(conversion, shape)));
}

/**
 * The schemas of a converted form.
 * @returns a function that holds the XML of a submission against them and gives `{ steps, failures }`; each breakage is
 * tried once, on the first submission that can be broken so.
 */
export async function openSchemas(conversion) {
  const form = readXForm(await readFile(conversion.xform, 'utf8'));
  const opened = await Promise.all(SHAPES.map((shape) => openSchema(conversion, shape)));
  return {
    form: merge(opened.map(({ validate }, index) => columnsAgree(validate.schema, SHAPES[index], form))),
    check: (xml) => merge(opened.map((schema) => checkSubmission(xml, form, schema))),
  };
}

async function openSchema(conversion, shape) {
  const schema = JSON.parse(await readFile(schemaFile(conversion, shape), 'utf8'));
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    allErrors: true,
  });
  return { shape, validate: ajv.compile(schema), seen: new Set() };
}

function schemaFile({ source, form }, shape) {
  return join(dirname(source), `${form}.${shape}.schema.json`);
}

function checkSubmission(xml, form, { shape, validate, seen }) {
  const record = servers[shape](xml, form);
  const conforms = validate(record);
  const failures = conforms ? [] : [{ step: `${shape}: conforms`, text: told(validate.errors) }];
  let steps = 1;
  if (!conforms) return { steps, failures };
  for (const { what, at, key } of breakages(record, shape, form, seen)) {
    steps += 1;
    const errors = validate(record) ? [] : validate.errors;
    if (!isFound(errors, at, key)) failures.push({ step: `${shape}: broken ${what}`, text: told(errors) });
  }
  return { steps, failures };
}

/** All that is said must be said of the place that is broken. */
function isFound(errors, at, key) {
  const there = ({ instancePath, params }) =>
    instancePath === at
      ? params.additionalProperty === undefined || params.additionalProperty === key
      : instancePath.startsWith(`${at}/`);
  return errors.length > 0 && errors.every(there);
}

function told(errors) {
  const lines = errors.map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  return lines.length === 0 ? 'nothing was found' : lines.join('\n');
}

/** The schema must know exactly the questions that the converter wrote into the form. */
function columnsAgree(schema, shape, form) {
  const wanted = new Set(leavesOf(form).map((path) => (shape === 'kobo' ? path : odataPath(path))));
  const known = new Set(shape === 'kobo' ? koboPaths(schema) : odataPaths(schema, ''));
  const missing = [...wanted].filter((path) => !known.has(path)).map((path) => `${path} is not in the schema`);
  const surplus = [...known].filter((path) => !wanted.has(path)).map((path) => `${path} is not in the form`);
  const text = [...missing, ...surplus].join('\n');
  return { steps: 1, failures: text === '' ? [] : [{ step: `${shape}: has the columns of the form`, text }] };
}

function leavesOf(form) {
  return nodesBelow(form)
    .filter(({ kind }) => kind === 'leaf')
    .map(({ path }) => path);
}

function odataPath(path) {
  return path.split('/').map(odataName).join('/');
}

/** What servers add themselves: see the two lists of system keys. */
const SERVER = { kobo: /^(?:_[^/]*|formhub\/uuid|meta\/rootUuid|meta\/deprecatedID)$/u, odata: /^__(?:id|system)$/u };

function koboPaths({ properties }) {
  return Object.entries(properties)
    .filter(([key]) => !SERVER.kobo.test(key))
    .flatMap(([key, { items }]) => (items ? koboPaths(items) : [key]));
}

/** A place is an object too, but behind a reference. */
function odataPaths({ properties }, before) {
  return Object.entries(properties)
    .filter(([key]) => !SERVER.odata.test(key))
    .flatMap(([key, schema]) => {
      const section = schema.items ?? schema;
      return section.properties ? odataPaths(section, `${before}${key}/`) : [`${before}${key}`];
    });
}

function merge(results) {
  return {
    steps: results.reduce((sum, { steps }) => sum + steps, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}
