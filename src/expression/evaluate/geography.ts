import { javaDouble, trimmed } from './number-text.ts';

/** Degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const RADIUS = 6_378_100;
const CIRCUMFERENCE = 2 * RADIUS * Math.PI;
const MOST_PARTS = 4;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Latitude, longitude, altitude and accuracy, what is missing as 0; undefined for what is no place. */
function partsOf(text: string): readonly number[] | undefined {
  const parts = text.split(' ').filter((part) => part !== '');
  if (parts.length > MOST_PARTS || !parts.every((part) => NUMBER.test(part))) return undefined;
  return Array.from({ length: MOST_PARTS }, (_, index) => Number(parts[index] ?? 0));
}

export function readPlace(text: string): Place | undefined {
  const parts = partsOf(text);
  return parts && { latitude: parts[0] ?? 0, longitude: parts[1] ?? 0 };
}

/** The places of a line or shape, with `;` between them. */
export function readPlaces(text: string): readonly Place[] | undefined {
  const places = withoutBlankEnd(text.split(';')).map((part) => readPlace(trimmed(part)));
  return places.every((place) => place !== undefined) ? places : undefined;
}

/** What Java splits has no blank pieces at its end. */
function withoutBlankEnd(pieces: readonly string[]): readonly string[] {
  return pieces.slice(0, Math.max(pieces.findLastIndex((piece) => piece !== '') + 1, 1));
}

/** A place, line or shape as expressions see it: each number as Java prints it, a place at 0 0 as nothing. */
export function placeText(text: string): string {
  const pieces = withoutBlankEnd(trimmed(text).split(';')).map((piece) => partsOf(trimmed(piece)));
  if (!pieces.every((parts) => parts !== undefined)) return '';
  return pieces.map((parts) => (parts.some((part) => part !== 0) ? parts.map(javaDouble).join(' ') : '')).join('; ');
}

/** Square metres inside a line around (GeoUtils.calculateAreaOfGPSPolygonOnEarthInSquareMeters). */
export function areaOf(places: readonly Place[]): number {
  const [first, ...others] = places;
  if (first === undefined || others.length < 2) return 0;
  const xs = others.map(
    ({ latitude, longitude }) => ((longitude - first.longitude) * CIRCUMFERENCE * Math.cos(toRadians(latitude))) / 360,
  );
  const ys = others.map(({ latitude }) => ((latitude - first.latitude) * CIRCUMFERENCE) / 360);
  let sum = 0;
  for (let at = 1; at < others.length; at += 1)
    sum += ((ys[at - 1] ?? 0) * (xs[at] ?? 0) - (xs[at - 1] ?? 0) * (ys[at] ?? 0)) / 2;
  return Math.abs(sum);
}

/** Metres along a line. */
export function lengthOf(places: readonly Place[]): number {
  let sum = 0;
  for (const [at, place] of places.entries()) {
    const before = places[at - 1];
    if (before !== undefined) sum += between(before, place);
  }
  return sum;
}

function between(one: Place, other: Place): number {
  const turn = toRadians(one.longitude - other.longitude);
  const [first, second] = [toRadians(one.latitude), toRadians(other.latitude)];
  const cosine = Math.sin(first) * Math.sin(second) + Math.cos(first) * Math.cos(second) * Math.cos(turn);
  return Math.acos(cosine) * RADIUS;
}

/** Whether a place lies inside a shape, whose last place is its first again: counts the edges to one side of it. */
export function isInside({ latitude, longitude }: Place, shape: readonly Place[]): boolean {
  let inside = false;
  for (const [at, place] of shape.entries()) {
    const before = shape[at - 1];
    if (before === undefined || place.latitude > latitude === before.latitude > latitude) continue;
    const run = before.longitude - place.longitude;
    const crossing = (run * (latitude - place.latitude)) / (before.latitude - place.latitude) + place.longitude;
    if (longitude < crossing) inside = !inside;
  }
  return inside;
}
