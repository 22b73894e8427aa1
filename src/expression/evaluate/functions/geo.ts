import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toText } from '../convert.ts';
import type { Compiled, Frame } from '../frame.ts';
import { areaOf, isInside, lengthOf, type Place, readPlace, readPlaces } from '../geography.ts';
import { type NodeSet, type Value, valueAt } from '../value.ts';
import { noNodes, refusal, valueOf, valuesOf } from './define.ts';

export const geo: Readonly<Record<string, MakeCall>> = {
  area,
  'enclosed-area': area,
  distance,
  geofence: (call, compiler) => {
    const point = valueOf(call, 0, compiler);
    const refuse = noPlace(call);
    return onPlaces(call, compiler, 1, (places, frame) => {
      const place = readPlace(toText(point(frame)));
      return place === undefined ? refuse(frame) : isInside(place, places);
    });
  },
};

function area(call: Call, compiler: Compiler): Compiled {
  return onPlaces(call, compiler, 0, areaOf);
}

function noPlace(call: Call): (frame: Frame) => Value {
  return refusal(call, `${call.name}() takes places, such as '12.5 45.2 0 0'`);
}

/** The places of a field, or of all entries of a repeat; a text is not taken (XPathFuncExprGeo). */
function onPlaces(
  call: Call,
  compiler: Compiler,
  index: number,
  compute: (places: readonly Place[], frame: Frame) => Value,
): Compiled {
  const nodes = call.args[index] && compiler.compile(call.args[index]).nodes;
  if (nodes === undefined) return noNodes(call);
  const refuse = noPlace(call);
  return {
    value: (frame) => {
      const places = placesOf(nodes(frame));
      return places === undefined ? refuse(frame) : compute(places, frame);
    },
  };
}

function placesOf(nodes: NodeSet): readonly Place[] | undefined {
  const texts = nodes.rows.map((_, index) => toText(valueAt(nodes, index)));
  return texts.length === 1 ? readPlaces(texts[0] ?? '') : allOf(texts);
}

function allOf(texts: readonly string[]): readonly Place[] | undefined {
  const places = texts.map(readPlace);
  return places.every((place) => place !== undefined) ? places : undefined;
}

function distance(call: Call, compiler: Compiler): Compiled {
  if (call.args.length === 1 && call.args[0] && compiler.compile(call.args[0]).nodes)
    return onPlaces(call, compiler, 0, lengthOf);
  const values = valuesOf(call, compiler);
  const refuse = noPlace(call);
  return {
    value: (frame) => {
      const texts = values.map((value) => toText(value(frame)));
      const places = allOf(texts.length === 1 ? (texts[0] ?? '').split(';') : texts);
      return places === undefined ? refuse(frame) : lengthOf(places);
    },
  };
}
