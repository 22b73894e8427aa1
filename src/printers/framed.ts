import type { Range } from '../core/range.ts';
import { frame } from './frame.ts';
import { styleFor } from './style.ts';

/** A text with carets under a part of it. */
export function framed(
  text: string,
  { start, end }: Range,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const mark = { kind: 'primary' as const, start, end: Math.max(end, start + 1), note: '' };
  return frame({ path: '', text }, [mark], { width, style: styleFor(color), severity: 'error' }).join('\n');
}
