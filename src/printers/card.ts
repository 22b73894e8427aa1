import type { Card, CardFact, CardLine } from '../emit/card/card.ts';
import { isolate } from './direction.ts';
import { placeOf } from './place.ts';
import { sentence } from './safe-text.ts';
import { type Style, styleFor } from './style.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

/** The column at which the facts begin, behind their terms. */
const TERM = 18;
const STEP = '  ';

/** Cards as text for people: what it is, then each fact behind its term. */
export function printCards(
  cards: readonly Card[],
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const style = styleFor(color);
  return cards.map((card) => cardText(card, Math.max(width, 2 * TERM), style)).join('\n');
}

function cardText({ name, what, facts }: Card, width: number, style: Style): string {
  const rows = facts.flatMap((fact) => factRows(fact, width, style));
  return `${style.strong(shown(name))}  ${what}\n\n${rows.map((row) => `${row}\n`).join('')}`;
}

function factRows({ term, lines }: CardFact, width: number, style: Style): readonly string[] {
  const rows = lines.flatMap((line) => lineRows(line, width - TERM - STEP.length, style));
  const label = shown(term);
  const pad = ' '.repeat(TERM);
  // A long term has a line of its own.
  if (displayWidth(label) >= TERM) return [`${STEP}${label}`, ...rows.map((row) => STEP + pad + row)];
  const first = label + ' '.repeat(TERM - displayWidth(label));
  return rows.map((row, index) => STEP + (index === 0 ? first : pad) + row);
}

/** A long line goes on below itself; its place stays in one piece, so that a click opens it. */
function lineRows({ text, at, depth = 0 }: CardLine, width: number, style: Style): readonly string[] {
  const indent = STEP.repeat(depth);
  const rows = wrap(shown(text), width - indent.length).map((row) => indent + row);
  if (!at) return rows;
  const place = placeOf(at);
  const last = rows.at(-1) ?? '';
  const fits = displayWidth(last) + displayWidth(place) + STEP.length <= width;
  return fits
    ? [...rows.slice(0, -1), `${last}${STEP}${style.place(place)}`]
    : [...rows, `${indent}${STEP}${style.place(place)}`];
}

function shown(text: string): string {
  return isolate(sentence(text));
}
