import type { Random } from '../random.ts';

/** Places lie around this point, which is no place of any survey: degrees north and east. */
const [NORTH, EAST] = [8.5, 21.5];

/** Latitude, longitude, altitude and accuracy, as Collect writes them. */
export function pointText(random: Random): string {
  return pointAt(NORTH + random.next() - 0.5, EAST + random.next() - 0.5, random);
}

function pointAt(north: number, east: number, random: Random): string {
  return `${north.toFixed(6)} ${east.toFixed(6)} ${(300 + random.next() * 200).toFixed(1)} ${(3 + random.next() * 5).toFixed(1)}`;
}

/** A line of some points near each other; a shape ends where it began. */
export function lineText(isClosed: boolean, random: Random): string {
  const [north, east] = [NORTH + random.next() - 0.5, EAST + random.next() - 0.5];
  const corners = [
    [0, 0],
    [0, 0.001],
    [0.001, 0.001],
    [0.001, 0],
  ].slice(0, isClosed ? 4 : 2 + random.below(3));
  const points = corners.map(([up = 0, right = 0]) => pointAt(north + up, east + right, random));
  return [...points, ...(isClosed ? points.slice(0, 1) : [])].join(';');
}
