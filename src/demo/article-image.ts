import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 252;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** An abstract picture (hills in two tints) as PNG, 480 x 252; the same `slug` always gives the same one. */
export function articleImage(slug: string): Buffer {
  const seed = createHash('sha256').update(slug).digest();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // 8 bits per sample, palette colours; compression, filter and interlace 0 (PNG specification, 11.2.2).
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette(seed.readUInt16BE(0))),
    chunk('IDAT', deflateSync(pixels(seed))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(typed.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(typed, 4);
  frame.writeUInt32BE(crc32(typed), typed.length + 4);
  return frame;
}

function palette(hue: number): Buffer {
  return Buffer.from([0.9, 0.68, 0.46, 0.28].flatMap((lightness) => tint(hue % 360, lightness)));
}

function tint(hue: number, lightness: number): readonly number[] {
  const chroma = 0.45 * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  });
}

function pixels(seed: Buffer): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let x = 0; x < WIDTH; x++) {
    const ridges = [1, 2, 3].map((layer) => ridge(seed, layer, x));
    for (let y = 0; y < HEIGHT; y++) {
      rows[y * (WIDTH + 1) + x + 1] = ridges.filter((top) => y >= top).length;
    }
  }
  return rows;
}

function ridge(seed: Buffer, layer: number, x: number): number {
  const phase = seed.readUInt8(layer * 2) / 20;
  const wave = Math.sin(x / 90 + phase) + 0.4 * Math.sin(x / (23 + layer * 5) + phase * 3);
  return HEIGHT * (0.18 + layer * 0.2) + wave * 22;
}
