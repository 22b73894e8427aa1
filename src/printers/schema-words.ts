export const count = { type: 'integer', minimum: 0 } as const;
export const position = { type: 'integer', minimum: 1 } as const;
export const text = { type: 'string' } as const;
