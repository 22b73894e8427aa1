// The same expressions in the form engine of ODK Web Forms, which computes them as calculations of the form.
import { readFile } from 'node:fs/promises';
import { startFrom } from '../engine.mjs';
import { descendants, referenceOf } from '../nodes.mjs';
import { PLACES, submissionOf } from './form.mjs';
import { numbersOf } from './places.mjs';

/** So many calculations are in one form; where one of them cannot be computed, none is, and each half is tried alone. */
const BATCH = 20;

/** What reads the answer of its own question means the calculation here, and not the question. */
const OWN = /(?<![\w.\][/])\.(?![\d./])|string-length\(\)|normalize-space\(\)|once\(/u;

/**
 * @param xform the form that carries the expressions, as the converter wrote them
 * @returns a map from record, expression and place to the text that is stored; without what cannot be computed
 */
export async function evaluateInWebForms({ xform, made, answers }) {
  const form = await readFile(xform, 'utf8');
  const document = new DOMParser().parseFromString(form, 'text/xml');
  const written = new Map(
    [...document.getElementsByTagName('bind')].flatMap((bind) =>
      [...bind.attributes]
        .filter(({ name }) => /^x\d+$/u.test(name))
        .map(({ name, value }) => [Number(name.slice(1)), { path: bind.getAttribute('nodeset'), value }]),
    ),
  );
  const plain = form.replaceAll(/ x\d+="[^"]*"/gu, '');
  const tried = made.flatMap(({ place, text }, index) =>
    OWN.test(text) ? [] : [{ index, place, ...written.get(index) }],
  );
  const values = new Map();
  for (let from = 0; from < tried.length; from += BATCH)
    await evaluateBatch(tried.slice(from, from + BATCH), { plain, answers, values });
  return values;
}

async function evaluateBatch(batch, context) {
  try {
    await evaluateTogether(batch, context);
  } catch {
    if (batch.length === 1) return;
    const half = Math.ceil(batch.length / 2);
    await evaluateBatch(batch.slice(0, half), context);
    await evaluateBatch(batch.slice(half), context);
  }
}

async function evaluateTogether(batch, { plain, answers, values }) {
  const start = await startFrom(withCalculations(plain, batch));
  for (const [record, answer] of answers.entries()) {
    const root = await start(withElements(submissionOf(answer), batch));
    for (const node of descendants(root)) {
      const [, index] = /\/e(\d+)$/u.exec(referenceOf(node)) ?? [];
      if (index !== undefined)
        values.set(`${record} ${index} ${numbersOf(referenceOf(node))}`, {
          kind: 'stored',
          value: node.currentState.instanceValue,
        });
    }
  }
}

function withCalculations(form, batch) {
  const binds = batch.map(({ index, path, value }) => {
    const nodeset = path.replace(/[^/]+$/u, `e${index}`);
    return `<bind nodeset="${nodeset}" type="string" calculate="${quoted(value)}"/>`;
  });
  const [head, tail] = form.split(/(?<=<\/instance>)(?![\s\S]*<instance)/u);
  return withElements(head, batch) + binds.join('') + tail;
}

function withElements(text, batch) {
  return PLACES.reduce((changed, place) => {
    const elements = batch.filter((each) => each.place === place).map(({ index }) => `<e${index}/>`);
    return changed.replaceAll(new RegExp(`<${place}(?:/>|></${place}>)`, 'gu'), (own) => own + elements.join(''));
  }, text);
}

function quoted(value) {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
