import type { Location } from '../core/location.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { PrintInput } from './input.ts';
import { jsonText } from '../core/json-text.ts';
import { type Region, regionOf } from './place.ts';
import { summarize } from './summary.ts';

/** A place: in a text file, in a cell of a workbook, or at a question of a record. */
export type JsonLocation =
  | ({ readonly file: string } & Region)
  | { readonly file: string; readonly sheet: string; readonly cell: string; readonly row: number }
  | { readonly file: string; readonly record: string; readonly path: string };

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly location: JsonLocation;
  readonly related: readonly { readonly message: string; readonly location: JsonLocation }[];
  /** What pyxform, ODK Validate or KoboToolbox call the same mistake. */
  readonly upstream: string | null;
}

/** What `--format json` prints; `findingsSchema` describes it. A command may add keys of its own beside these. */
export interface FindingsDocument {
  readonly version: 1;
  readonly findings: readonly JsonFinding[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly records: number;
  };
}

export function printJson(input: PrintInput): string {
  return jsonText(findingsDocument(input));
}

export function findingsDocument({ diagnostics, records = 0 }: PrintInput): FindingsDocument {
  const { errors, warnings, infos } = summarize(diagnostics);
  return { version: 1, findings: diagnostics.map(jsonFinding), summary: { errors, warnings, infos, records } };
}

export function jsonFinding({ rule, severity, message, help, location, related, upstream }: Diagnostic): JsonFinding {
  return {
    rule,
    severity,
    message,
    help,
    location: jsonLocation(location),
    related: related.map((other) => ({ message: other.message, location: jsonLocation(other.location) })),
    upstream: upstream ?? null,
  };
}

export function jsonLocation(location: Location): JsonLocation {
  if (location.kind === 'text') return { file: location.source.path, ...regionOf(location) };
  const { file } = location;
  if (location.kind === 'record') return { file, record: location.record, path: location.path };
  return { file, sheet: location.sheet, cell: location.cell, row: location.row };
}
