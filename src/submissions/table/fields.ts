/** A record while it is being filled. Its keys come from files, so `__proto__` can be one of them. */
export type Fields = Record<string, unknown>;

export function setField(fields: Fields, key: string, value: unknown): void {
  if (key !== '__proto__') fields[key] = value;
  else Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
}
