const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * Writes a text in a charset that Node itself only reads, by what its TextDecoder makes of one and two bytes.
 * @param charset a label of the Encoding standard; `utf-8` too
 * @throws RangeError when the charset has no such character
 */
export function encodeCharset(text: string, charset: string): Uint8Array {
  if (charset.toLowerCase() === 'utf-8') return new TextEncoder().encode(text);
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new RangeError(`${charset} has no ${character}`);
      return bytes;
    }),
  );
}

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(charset, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
    } catch (error) {
      // No character of the charset.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  for (let byte = 0; byte < 256; byte += 1) learn(byte);
  if (table.size > 200) return table;
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) learn(lead, trail);
  }
  return table;
}
