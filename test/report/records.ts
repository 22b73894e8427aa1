import type { DataColumn, DataNode, DataSection } from '../../src/model/columns/column.ts';
import { dataNodes } from '../../src/model/columns/columns.ts';
import type { Delivery } from '../../src/model/deliver/delivery.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import type { JsonRecord } from '../../src/model/record/record-reader.ts';
import { type Dice, dice } from '../emit/report/made-up.ts';

/** Plausible submissions of a form in KoboToolbox's shape, the same at every call. Conditions of the form are not minded. */
export function* madeUpRecords(
  delivery: Delivery,
  dictionary: Dictionary,
  count: number,
  seed = 7,
): Generator<JsonRecord> {
  const nodes = dataNodes(delivery, dictionary);
  const next = dice(seed);
  for (let number = 0; number < count; number += 1) {
    const record: Record<string, unknown> = {
      _id: number,
      _submission_time: `2026-02-${twoDigits(1 + next(28))}T10:00:00`,
    };
    fill(record, nodes, next);
    yield record;
  }
}

function fill(record: Record<string, unknown>, nodes: readonly DataNode[], next: Dice): void {
  for (const node of nodes) {
    if (node.kind === 'group') fill(record, node.children, next);
    if (node.kind === 'repeat')
      record[node.path.join('/')] = Array.from({ length: 1 + next(6) }, () => entry(node, next));
    if (node.kind === 'column' && next(6) > 0) {
      const answer = anAnswer(node, next);
      if (answer !== undefined) record[node.path.join('/')] = answer;
    }
  }
}

function entry({ children }: DataSection, next: Dice): JsonRecord {
  const made: Record<string, unknown> = {};
  fill(made, children, next);
  return made;
}

function anAnswer({ answer, codes, name }: DataColumn, next: Dice): unknown {
  const offered = codes?.offered.map((code) => code.name.string.text) ?? [];
  // Earlier codes are chosen more often.
  const pick = (): string => offered[Math.min(next(offered.length), next(offered.length))] ?? '';
  switch (answer) {
    case 'code':
      return offered.length > 0 ? pick() : undefined;
    case 'codes':
    case 'ranking':
      return offered.length > 0 ? [...new Set([pick(), pick(), pick()])].join(' ') : undefined;
    case 'integer':
      return String(next(12));
    case 'decimal':
      return String(next(20_000) / 10);
    case 'date':
      return `2026-01-${twoDigits(1 + next(31))}`;
    case 'time':
      return `${twoDigits(next(24))}:30:00.000+01:00`;
    case 'dateTime':
      return `2026-01-${twoDigits(1 + next(31))}T${twoDigits(next(24))}:15:00.000+01:00`;
    case 'geopoint':
      return '6.5 3.4 0 0';
    case 'none':
      return undefined;
    default:
      return name.includes('is_') ? String(next(2)) : `text ${next(9)}`;
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
