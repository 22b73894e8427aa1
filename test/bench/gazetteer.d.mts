export declare const LARGE: readonly number[];
export declare function gazetteer(
  branches?: readonly number[],
): Readonly<Record<string, readonly (readonly string[])[]>>;
