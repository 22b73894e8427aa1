import { compareLocations, type Location } from '../core/location.ts';
import type { Diagnostic, Fix, Related } from './diagnostic.ts';
import { type ParamsOf, type RuleId, rules } from './registry.ts';
import type { Rule, Severity } from './rule.ts';

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
    diagnostics: () => withoutRepeats(found.toSorted(inReadingOrder)),
  };
}

/** What says that something named is nowhere, or that a part is missing. */
const MISSING: ReadonlySet<RuleId> = new Set<RuleId>([
  'unknown-variable',
  'unknown-code-list',
  'unknown-module',
  'unknown-reference',
  'unknown-instance',
  'unknown-exception',
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
  // Each rule's parameters are checked where it is reported; here any rule is looked up by its id.
  const definition = rules[id] as unknown as Rule<ParamsOf<Id>>;
  const { severity, why, upstream } = definition;
  return {
    rule: id,
    severity: more.severity ?? severity,
    message: definition.message(params),
    why,
    help: definition.help(params),
    location,
    related: more.related ?? [],
    ...(more.fix ? { fix: more.fix } : {}),
    ...(upstream === undefined ? {} : { upstream }),
  };
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return compareLocations(a.location, b.location) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** A module used twice would report the same mistake of its own twice. */
function withoutRepeats(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return sorted.filter((diagnostic) => {
    const { location } = diagnostic;
    const place =
      location.kind === 'text' ? `${location.source.path}:${location.start}-${location.end}` : JSON.stringify(location);
    const key = `${diagnostic.rule} ${place} ${diagnostic.message}`;
    return !seen.has(key) && seen.add(key);
  });
}
