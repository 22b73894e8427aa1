import { fileOf, type Location, type TextLocation } from '../core/location.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { anchorOf, cellAddress, placeInFile, placeOf, regionOf } from './place.ts';
import { sentence } from './safe-text.ts';
import { groupBy } from './summary.ts';

/** The folder that the paths of a run start from; whoever reads the file knows where that is. */
export const SOURCE_ROOT = '%SRCROOT%';

/** A physical place, and for cells and records, which lie in no text, a logical one. */
export function sarifLocation(physical: Location, logical: Location = physical): object {
  return { physicalLocation: physicalLocation(physical), ...logicalLocations(logical) };
}

/** The place of a finding in a text file where there is one, with the cell or record as its logical place. */
export function primaryLocation(diagnostic: Diagnostic): object {
  return sarifLocation(anchorOf(diagnostic), diagnostic.location);
}

export function relatedLocations(diagnostic: Diagnostic): object {
  if (diagnostic.related.length === 0) return {};
  const places = diagnostic.related.map(({ location, message }, id) => ({
    id,
    ...sarifLocation(location),
    message: { text: sentence(message) },
  }));
  return { relatedLocations: places };
}

export function sarifFix({ title, edits }: Fix): object {
  const files = groupBy(edits, (edit) => edit.at.source.path);
  const artifactChanges = Array.from(files, ([file, changes]) => ({
    artifactLocation: artifactLocation(file),
    replacements: changes.map(({ at, text }) => ({ deletedRegion: region(at), insertedContent: { text } })),
  }));
  return { description: { text: sentence(title) }, artifactChanges };
}

function physicalLocation(location: Location): object {
  const file = { artifactLocation: artifactLocation(fileOf(location)) };
  return location.kind === 'text' ? { ...file, region: region(location) } : file;
}

function logicalLocations(location: Location): object {
  if (location.kind === 'text') return {};
  const name = location.kind === 'cell' ? cellAddress(location) : sentence(location.path || placeInFile(location));
  if (name === '') return {};
  return { logicalLocations: [{ name, fullyQualifiedName: placeOf(location), kind: location.kind }] };
}

function region(location: TextLocation): object {
  const { line, column, endLine, endColumn } = regionOf(location);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function artifactLocation(file: string): object {
  const path = file
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${path}` };
  return { uri: path, uriBaseId: SOURCE_ROOT };
}
