/** Bytes that are kept for long. */

/** The same bytes in memory of their own: short ones out of a pool would keep all of its 64 kB. */
export function apart(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
