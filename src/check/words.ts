/** Whether a value waits for a module to fill it in with `$(name)`: it is looked at where it is placed. */
export function hasParameter(text: string): boolean {
  return /\$\(\s*[\p{L}_][\p{L}\p{N}_.-]*\s*\)/u.test(text);
}
