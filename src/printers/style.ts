import type { Severity } from '../diagnostics/rule.ts';

export type Paint = (text: string) => string;

/** The colours of a terminal, each a function that leaves a text as it is where there are none. */
export interface Style extends Readonly<Record<Severity, Paint>> {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly related: Paint;
  readonly place: Paint;
}

export function styleFor(color: boolean): Style {
  const paint =
    (code: string): Paint =>
    (text) =>
      color && text !== '' ? `\u001B[${code}m${text}\u001B[0m` : text;
  return {
    error: paint('1;31'),
    warning: paint('1;33'),
    info: paint('1;36'),
    strong: paint('1'),
    faint: paint('2'),
    related: paint('34'),
    place: paint('4'),
  };
}
