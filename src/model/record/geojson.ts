/** A place, line or shape of GeoJSON as devices write it: `latitude longitude altitude accuracy`, with `;` between places. */
export function geoJsonText(value: unknown): string {
  const coordinates = field(value, 'coordinates');
  const accuracy = field(field(value, 'properties'), 'accuracy');
  switch (field(value, 'type')) {
    case 'Point':
      return pointText(coordinates, typeof accuracy === 'number' ? accuracy : 0);
    case 'LineString':
      return lineText(coordinates);
    case 'Polygon':
      return lineText(Array.isArray(coordinates) ? coordinates[0] : undefined);
    default:
      return '';
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function lineText(places: unknown): string {
  if (!Array.isArray(places)) return '';
  const texts = places.map((place: unknown) => pointText(place, 0));
  return texts.includes('') ? '' : texts.join(';');
}

/** GeoJSON names the longitude first. */
function pointText(place: unknown, accuracy: number): string {
  const [longitude, latitude, altitude]: unknown[] = Array.isArray(place) ? place : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return '';
  return `${latitude} ${longitude} ${typeof altitude === 'number' ? altitude : 0} ${accuracy}`;
}
