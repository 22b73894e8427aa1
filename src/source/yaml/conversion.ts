import type { Node } from 'yaml';
import type { SourceText, TextLocation } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { ValueMask } from './mask.ts';

/** What turning the nodes of a file into entries needs to know. */
export interface Conversion {
  /** The file as typed: positions and texts come from here. */
  readonly source: SourceText;
  readonly report: Report;
  /** Where the text was replaced before parsing, so that one mistake does not spoil the file. */
  readonly masks: readonly ValueMask[];
  /** Whether the place stands in `{ }` or `[ ]`. */
  readonly flow: boolean;
}

export function locationOf(node: Node, source: SourceText, around: TextLocation): TextLocation {
  const [start, end] = node.range ?? [around.start, around.end];
  return { kind: 'text', source, start, end };
}
