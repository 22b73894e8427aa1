import { isAlias, isMap, isPair, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextLocation } from '../../core/location.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Entry, EntryPair, TextEntry } from '../entry.ts';
import { type Conversion, locationOf } from './conversion.ts';
import { refuseAlias, refuseDecorated } from './refuse.ts';
import { convertScalar, swallowedComment } from './scalar.ts';

/** Deeper nesting is refused; the deepest real form measured has 12 levels. */
export const DEEPEST = 100;

/** A node of the parser as an entry; `around` is the place of what holds it. */
export function convert(node: unknown, conversion: Conversion, around: TextLocation, depth = 0): Entry {
  const { source, report } = conversion;
  if (depth > DEEPEST) {
    report('nested-too-deep', around, { limit: DEEPEST });
    return { kind: 'damaged', location: around };
  }
  if (isAlias(node)) return refuseAlias(node, conversion, around);
  if (isScalar(node)) return convertScalar(node, conversion, around);
  if (isMap(node)) return convertMap(node, conversion, around, depth);
  if (!isSeq(node)) return { kind: 'blank', location: around };
  refuseDecorated(node, conversion);
  const location = locationOf(node, source, around);
  const inside = { ...conversion, flow: conversion.flow || node.flow === true };
  const items = node.items.map((item) => convert(item, inside, location, depth + 1));
  return { kind: 'list', location: upTo(location, node, items.at(-1)), items };
}

/** The library counts the comments and empty lines below the last line to a list and to a map without brackets. */
function upTo(location: TextLocation, { flow }: YAMLMap | YAMLSeq, last: Entry | undefined): TextLocation {
  return flow === true ? location : { ...location, end: last?.location.end ?? location.start };
}

function convertMap(node: YAMLMap, conversion: Conversion, around: TextLocation, depth: number): Entry {
  refuseDecorated(node, conversion);
  const location = locationOf(node, conversion.source, around);
  const inside = { ...conversion, flow: conversion.flow || node.flow === true };
  const pairs: EntryPair[] = [];
  for (const [index, pair] of node.items.entries()) {
    const key = isPair(pair) ? convert(pair.key, inside, location, depth + 1) : undefined;
    if (key?.kind === 'text') pairs.push(...convertPair(key, pair.value, inside, depth, index === 0));
    else if (key && key.kind !== 'damaged')
      conversion.report('yaml-feature', key.location, {
        feature: 'A key that is no single word',
        help: 'Write: key: value',
      });
  }
  return { kind: 'map', location: upTo(location, node, pairs.at(-1)?.value), pairs };
}

function convertPair(
  key: TextEntry,
  value: unknown,
  conversion: Conversion,
  depth: number,
  isFirst: boolean,
): EntryPair[] {
  const { source, report, flow } = conversion;
  const keyLocation = key.location;
  // In quotes it is a key like any other, such as a code.
  if (key.string.text === '<<' && source.text.startsWith('<<', keyLocation.start)) {
    report('yaml-feature', keyLocation, {
      feature: 'The merge key <<',
      help: 'Use like: NAME for a variable, include: [NAME] for a code list.',
    });
    return [];
  }
  const [colon] = /^\s*:/.exec(source.text.slice(keyLocation.end, keyLocation.end + 1024)) ?? [];
  if (flow && (value === null || value === undefined) && colon === undefined) {
    const word = quote(key.string.text);
    report('needs-quotes', keyLocation, {
      problem: isFirst
        ? `Inside { } each part is a key with a value, and ${word} has none.`
        : `Inside { } a comma ends the text, so ${word} is read as a key of its own.`,
      fix: isFirst
        ? 'Write key: value inside { }, or [ ] for a list.'
        : 'Put the whole text in quotes, or write it on a line of its own, without { }.',
    });
    return [];
  }
  const place = { ...keyLocation, start: keyLocation.end };
  const entry = convert(value, conversion, place, depth + 1);
  const swallowed = swallowedComment(source.text, keyLocation.end + (colon?.length ?? 0));
  const isSwallowed = entry.kind === 'blank' && swallowed;
  return [{ key: key.string, keyLocation, value: isSwallowed ? { ...entry, swallowed } : entry }];
}
