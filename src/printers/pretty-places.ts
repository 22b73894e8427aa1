import { withThousands } from '../core/counts.ts';
import { type Location, type SourceText, type TextLocation } from '../core/location.ts';
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts';
import { frame, type FrameOptions } from './frame.ts';
import type { PrintOptions } from './input.ts';
import { linesOf, type Mark } from './marks.ts';
import { placeOf, withinText } from './place.ts';
import { cellRows } from './row-frame.ts';
import { sentence } from './safe-text.ts';
import type { Style } from './style.ts';
import { proseWidth, wrap } from './wrap.ts';

/** Places this close share one frame. */
const CLOSE = 5;
const MOST_PLACES = 5;

/** The place of a finding, then the related places, each with the lines around it. */
export function placeRows(diagnostic: Diagnostic, options: PrintOptions, style: Style): readonly string[] {
  const { location, severity } = diagnostic;
  const look = { width: options.width, style, severity };
  const near = diagnostic.related.filter((related) => isNear(location, related.location));
  const far = diagnostic.related.filter((related) => !near.includes(related));
  const shown = options.all ? far : far.slice(0, MOST_PLACES);
  const parts = [
    primaryRows(location, near, look),
    ...shown.map((related) => relatedRows(related, look)),
    moreRows(far.length - shown.length, style),
  ];
  return parts.flatMap((rows) => (rows.length > 0 ? ['', ...rows] : []));
}

function primaryRows(location: Location, near: readonly Related[], look: FrameOptions): readonly string[] {
  if (location.kind === 'record') return [];
  if (location.kind === 'cell') return cellRows(location, look);
  const marks = near.flatMap((related) =>
    related.location.kind === 'text' ? [relatedMark(related, related.location)] : [],
  );
  return frame(location.source, [{ ...rangeOf(location), kind: 'primary', note: '' }, ...marks], look);
}

/** `  see   message (place)`, and the lines there. */
function relatedRows({ message, location }: Related, look: FrameOptions): readonly string[] {
  const words = `${sentence(message).replace(/[.:]$/, '')} (${placeOf(location)})`;
  const [first = '', ...rest] = wrap(words, proseWidth(look.width) - 8);
  const heading = [
    `  ${look.style.strong('see')}   ${look.style.related(first)}`,
    ...rest.map((line) => ' '.repeat(8) + look.style.related(line)),
  ];
  if (location.kind === 'record') return heading;
  if (location.kind === 'cell') return [...heading, ...cellRows(location, look)];
  return [...heading, ...frame(location.source, [{ ...rangeOf(location), kind: 'related', note: '' }], look)];
}

/** The lines or cells around a place, with carets below it. */
export function placeFrame(location: Location, look: FrameOptions): readonly string[] {
  return primaryRows(location, [], look);
}

function moreRows(count: number, style: Style): readonly string[] {
  if (count === 0) return [];
  const places = count === 1 ? 'place' : 'places';
  return [`  ${style.faint(`and ${withThousands(count)} more ${places} (--all shows them)`)}`];
}

function relatedMark({ message }: Related, location: TextLocation): Mark {
  return { ...rangeOf(location), kind: 'related', note: message };
}

function rangeOf(location: TextLocation): { readonly start: number; readonly end: number } {
  const { start, end } = withinText(location);
  return { start, end };
}

function isNear(a: Location, b: Location): boolean {
  if (a.kind !== 'text' || b.kind !== 'text' || !isSameText(a.source, b.source)) return false;
  return Math.abs(firstLine(a) - firstLine(b)) <= CLOSE;
}

function firstLine(location: TextLocation): number {
  return linesOf(location.source, withinText(location)).first;
}

/** Two versions of a file have the same path. */
function isSameText(a: SourceText, b: SourceText): boolean {
  return a === b || (a.path === b.path && a.text === b.text);
}
