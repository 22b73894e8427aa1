import { expect } from 'vitest';
import { positionAt } from '../../src/core/location.ts';
import { createConformer } from '../../src/conform/conform.ts';
import type { RecordFinding } from '../../src/conform/finding.ts';
import { knownForm } from '../../src/conform/known-form.ts';
import type { KnownForm } from '../../src/conform/versions.ts';
import type { JsonRecord } from '../../src/model/record/record-reader.ts';
import type { Shape } from '../../src/submissions/submission.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { deviceAt } from '../support/device.ts';
import { reading } from '../support/tester.ts';

/** A form of a dictionary that is written in the test. */
export function formOf(yaml: string, profile: Profile = 'kobo', manifest?: string): KnownForm {
  const tester = manifest === undefined ? reading : reading.with({ 'dictionary.yaml': manifest });
  const { dictionary, form, findings } = tester.compile(yaml);
  expect(findings).toEqual([]);
  return knownForm(dictionary, form(), profile);
}

export interface Trial {
  readonly showAll?: boolean;
  /** Held against the schema of KoboToolbox or OData, if it is one of these. */
  readonly shape?: Shape;
  /** Forms of other versions, newer ones first. */
  readonly also?: readonly KnownForm[];
}

/** All findings on records, as they are made. */
export function findingsOn(
  form: KnownForm,
  records: readonly JsonRecord[],
  trial: Trial = {},
): readonly RecordFinding[] {
  const findings: RecordFinding[] = [];
  const conformer = createConformer({
    forms: [form, ...(trial.also ?? [])],
    countries: [],
    host: deviceAt('2026-03-15T10:30:00'),
    showAll: trial.showAll ?? false,
    sink: (finding) => findings.push(finding),
  });
  const file = { name: 'data.json', shape: trial.shape ?? 'xml' };
  for (const [index, answers] of records.entries())
    conformer.check({ number: index + 1, line: undefined, answers }, file);
  return findings;
}

/** Findings as lines: `member[2]/age error answer-type: … -> snippet.yaml:3:12`. */
export function linesOn(form: KnownForm, records: readonly JsonRecord[], trial?: Trial): readonly string[] {
  return findingsOn(form, records, trial).map(lineOf);
}

export function lineOf({ diagnostic }: RecordFinding): string {
  const { location, severity, rule, message, related } = diagnostic;
  const path = location.kind === 'record' ? location.path : '';
  const place = related[0]?.location;
  const at = place?.kind === 'text' ? positionAt(place.source, place.start) : undefined;
  return `${path} ${severity} ${rule}: ${message}${at ? ` -> ${at.line}:${at.column}` : ''}`.trim();
}
