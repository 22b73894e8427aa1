import type { Location } from '../../core/location.ts';
import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import { asFormula } from '../../model/parse.ts';
import type { CheckBase, RecordCheck } from '../../model/record-check.ts';
import type { Entry, MapEntry } from '../../source/entry.ts';
import { decodeKeys, expectMap } from '../decode/decode.ts';
import { checkKeys, checkKinds, laterKinds } from '../language/check-keys.ts';
import { given, type Values } from '../language/key.ts';
import { toText } from '../place/facets.ts';
import { outermost, placeExactly, type Placing } from '../place/parameters.ts';
import type { Definition } from '../project/project.ts';
import { decodeDuration, decodeSums } from './check-parts.ts';
import { merge } from './variables.ts';

type CheckValues = Values<typeof checkKeys>;

/** The checks of one record; those that cannot be read, and those between records, are told and left out. */
export function decodeChecks(
  definitions: ReadonlyMap<string, Definition>,
  layer: ReadonlyMap<string, Definition>,
  defaultLanguage: string,
  report: Report,
): ReadonlyMap<string, RecordCheck> {
  return new Map(
    [...definitions].flatMap(([name, definition]) => {
      const change = layer.get(name);
      const inputs = [defaultLanguage, change?.entry];
      const check = decodeCheck(definition.entry, inputs, report, definition, change, defaultLanguage);
      return check ? [[name, check] as const] : [];
    }),
  );
}

const decodeCheck = recall(
  (
    entry: Entry,
    report,
    { name, nameLocation }: Definition,
    change: Definition | undefined,
    defaultLanguage: string,
  ): RecordCheck | undefined => {
    const map = expectMap(entry, name, EXAMPLE, report);
    const over = change && expectMap(change.entry, name, '{ severity: error }', report);
    if (!map) return undefined;
    const what = `check ${quote(name)}`;
    const { values: core } = decodeKeys(map, checkKeys, { what }, report);
    const values = over ? merge<CheckValues>(core, decodeKeys(over, checkKeys, { what }, report).values) : core;
    const pairs = [...map.pairs, ...(over?.pairs ?? [])];
    reportKinds(values, { ...map, pairs }, name, (over && change ? change : { nameLocation }).nameLocation, report);
    const placing = outermost(defaultLanguage, report);
    return withKind(values, baseOf(values, name, nameLocation, placing), placing);
  },
);

const EXAMPLE = '{ when: "${members_u5} > ${hh_size}", message: … }';

/** A check looks for one thing, of a kind that this version knows. */
function reportKinds(values: CheckValues, map: MapEntry, name: string, at: Location, report: Report): void {
  const kinds = checkKinds.filter((kind) => given(values[kind]));
  const later = laterKinds.find((kind) => kinds.includes(kind));
  if (kinds.length > 1) report('check-kinds', at, { name, kinds });
  else if (later) report('not-compiled', at, { what: `${later}:` });
  else if (kinds.length === 0 && !checkKinds.some((kind) => isDamaged(kind, values, map)))
    report('check-incomplete', at, { name, lacks: 'kind' });
}

/** Whether something stands there that was reported because it cannot be read. */
function isDamaged(kind: (typeof checkKinds)[number], values: CheckValues, { pairs }: MapEntry): boolean {
  return values[kind] === undefined && pairs.some(({ key }) => key.text === kind);
}

function baseOf(values: CheckValues, name: string, at: Location, placing: Placing): CheckBase {
  const [label, definition, message] = [values.label, values.definition, values.message].map((text) => given(text));
  return {
    name,
    label: label && toText(label, placing),
    definition: definition && toText(definition, placing),
    message: message && toText(message, placing),
    severity: severityOf(given(values.severity)?.string.text),
    forms: given(values.forms),
    origin: originAt(at),
  };
}

function severityOf(word: string | undefined): Severity {
  return word === 'error' || word === 'info' ? word : 'warning';
}

function withKind(values: CheckValues, base: CheckBase, placing: Placing): RecordCheck | undefined {
  const when = given(values.when);
  if (when) return { ...base, kind: 'when', when: asFormula(placeExactly(when, placing)) };
  const sums = given(values.sums);
  if (sums) return decodeSums(sums, base, placing);
  const duration = given(values.duration);
  return duration && decodeDuration(duration, base, placing);
}
