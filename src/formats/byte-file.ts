/** A file of which pieces are read: it can be larger than memory. */
export interface ByteFile {
  /** In bytes. */
  readonly size: number;
  /** The bytes from an offset on, in pieces; from the beginning where none is given. Each call reads anew. */
  pieces(from?: number): AsyncIterable<Uint8Array>;
}

/** Some bytes of a file; fewer where it ends before. */
export async function readAt(file: ByteFile, from: number, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of limited(file.pieces(from), length)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The first bytes of what comes in pieces. */
export async function* limited(pieces: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length;
  if (left <= 0) return;
  for await (const piece of pieces) {
    yield piece.length <= left ? piece : piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
}
