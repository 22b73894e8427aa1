import { compareLocations, inWholeFile, type Location, type TextLocation } from '../core/location.ts';
import type { Diagnostic, Fix, Related } from './diagnostic.ts';
import { wordsFor } from './cell-words.ts';
import { type ParamsOf, type RuleId } from './registry.ts';
import type { Severity } from './rule.ts';

export interface More {
  /** Where the rule's own severity does not fit this case, such as what only one converter refuses. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

/** Files a finding; whoever reports goes on, so that one run shows all. */
export type Report = <Id extends RuleId>(rule: Id, at: Location, params: ParamsOf<Id>, more?: More) => void;

export interface Collector {
  readonly report: Report;
  /** Takes over a finding that was made elsewhere. */
  add(diagnostic: Diagnostic): void;
  /** What was found so far, in the order of files and places, each finding once. */
  diagnostics(): readonly Diagnostic[];
}

export function createCollector(): Collector {
  const found: Diagnostic[] = [];
  return {
    report: (id, at, params, more = {}) => found.push(diagnose(id, at, params, more)),
    add: (diagnostic) => found.push(diagnostic),
    diagnostics: () => withoutRepeats(found.map(inWholeFiles).toSorted(inReadingOrder)),
  };
}

/** Whoever prints, fixes or sets findings aside looks at files, not at their parts. */
function inWholeFiles(diagnostic: Diagnostic): Diagnostic {
  const { location, related, fix } = diagnostic;
  const places = [location, ...related.map((each) => each.location), ...(fix?.edits ?? []).map(({ at }) => at)];
  if (places.every((place) => inWholeFile(place) === place)) return diagnostic;
  return {
    ...diagnostic,
    location: inWholeFile(location),
    related: related.map((each) => ({ ...each, location: inWholeFile(each.location) })),
    ...(fix ? { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, at: inWholeFile(edit.at) })) } } : {}),
  };
}

/** What says that something named is nowhere, or that a part is missing. */
const MISSING: ReadonlySet<RuleId> = new Set<RuleId>([
  'unknown-variable',
  'unknown-code-list',
  'unknown-module',
  'unknown-reference',
  'check-unknown-name',
  'check-message-name',
  'check-nowhere',
  'check-form',
  'unknown-instance',
  'unknown-exception',
  'unknown-item',
  'unknown-code',
  'parent-question',
  'locale-target',
  'missing-label',
  'big-image-alone',
  'empty-calculate',
  'background-geopoint',
  'message-without-condition',
  'section-without-label',
  'empty-section',
  'kobo-section-parts',
  'code-without-label',
  'external-without-filter',
]);

/** Files the findings but those about missing things: for a source of which lines could not be read. */
export function quietAboutMissing(report: Report): Report {
  return (id, at, params, more) => {
    if (!MISSING.has(id)) report(id, at, params, more);
  };
}

export function diagnose<Id extends RuleId>(id: Id, location: Location, params: ParamsOf<Id>, more: More): Diagnostic {
  const { severity, why, message, help, upstream } = wordsFor(id, location);
  return {
    rule: id,
    severity: more.severity ?? severity,
    message: message(params),
    why,
    help: help(params),
    location,
    related: more.related ?? [],
    ...(more.fix ? { fix: more.fix } : {}),
    ...(upstream === undefined ? {} : { upstream }),
  };
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return compareLocations(a.location, b.location) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function placeWords(location: Exclude<Location, TextLocation>): string {
  const { kind, file } = location;
  return JSON.stringify([
    file,
    ...(kind === 'cell' ? [location.sheet, location.cell] : [location.record, location.path]),
  ]);
}

/** A module used twice would report the same mistake of its own twice. */
function withoutRepeats(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return sorted.filter((diagnostic) => {
    const key = keyOf(diagnostic);
    return !seen.has(key) && seen.add(key);
  });
}

/** The same for findings that tell the same of the same place. */
export function keyOf({ rule, location, message }: Diagnostic): string {
  const place =
    location.kind === 'text' ? `${location.source.path}:${location.start}-${location.end}` : placeWords(location);
  return `${rule} ${place} ${message}`;
}
