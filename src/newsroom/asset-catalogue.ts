import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Asset } from '../model/asset.ts';
import { readYamlFile } from '../feeds/yaml-file.ts';

export interface AssetCatalogue {
  readonly assets: readonly Asset[];
  readonly bySymbol: ReadonlyMap<string, Asset>;
  /** Phrases that hold the name of an asset and mean something else: `gold medal`. */
  readonly notAssets: readonly string[];
  /** Not an institution; what is not in the catalogue is taken to have a price. */
  isPriced(symbol: string): boolean;
  /** The asset with this symbol, name or alias: whole string, any case, a leading `$` allowed. */
  find(text: string): Asset | undefined;
}

const text = z.string().trim().min(1, 'must not be empty').max(80, 'must be at most 80 characters');

const assetSchema = z.strictObject({
  symbol: z
    .string()
    .regex(/^[^a-z]*$/, 'must be upper case')
    .regex(/^[A-Za-z0-9]{1,12}$/, 'must be 1 to 12 letters or digits'),
  name: text,
  kind: z
    .enum(['crypto', 'stock', 'index', 'commodity', 'currency', 'fund', 'institution'], {
      error: 'must be crypto, stock, index, commodity, currency, fund or institution',
    })
    .default('crypto'),
  aliases: z.array(text).readonly().default([]),
  ambiguous: z.boolean().default(false),
  nameIsWord: z.boolean().default(false),
});

const catalogueSchema = z.strictObject({
  assets: z
    .array(assetSchema)
    .min(1, 'must list at least one asset')
    .superRefine((assets, context) => {
      const owners = new Map<string, number>();
      for (const [index, asset] of assets.entries()) {
        for (const { path, word } of spellings(asset)) {
          const owner = owners.get(fold(word));
          if (owner === undefined) owners.set(fold(word), index);
          else if (owner !== index) {
            const message = `"${word}" already belongs to assets.${owner} (${assets[owner]?.symbol ?? ''})`;
            context.addIssue({ code: 'custom', path: [index, ...path], message });
          }
        }
      }
    }),
  notAssets: z.array(text).default([]),
});

/** Reads and checks `config/assets.yaml` or a file like it; throws `ConfigFileError`. */
export function loadAssetCatalogue(path: string): AssetCatalogue {
  const { assets, notAssets } = readYamlFile(path, catalogueSchema, { setting: 'ASSETS_FILE' });
  return createAssetCatalogue(assets, notAssets);
}

let shipped: AssetCatalogue | undefined;

/** The catalogue of a file, or the one that comes with the program; throws `ConfigFileError`. */
export function loadAssets(file?: string): AssetCatalogue {
  if (file !== undefined) return loadAssetCatalogue(file);
  shipped ??= loadAssetCatalogue(fileURLToPath(new URL('../../config/assets.yaml', import.meta.url)));
  return shipped;
}

/** The first asset keeps a symbol, name or alias that two of them claim; a symbol goes before names. */
function createAssetCatalogue(assets: readonly Asset[], notAssets: readonly string[] = []): AssetCatalogue {
  const bySymbol = new Map<string, Asset>();
  const byWord = new Map<string, Asset>();
  for (const asset of assets) {
    if (!bySymbol.has(asset.symbol)) bySymbol.set(asset.symbol, asset);
  }
  for (const asset of bySymbol.values()) byWord.set(fold(asset.symbol), asset);
  for (const asset of assets) {
    for (const { word } of spellings(asset)) {
      if (!byWord.has(fold(word))) byWord.set(fold(word), asset);
    }
  }
  return {
    assets,
    bySymbol,
    notAssets,
    isPriced: (symbol) => bySymbol.get(symbol)?.kind !== 'institution',
    find: (words) => byWord.get(fold(words.trim().replace(/^\$/, ''))),
  };
}

function spellings(asset: Asset): { readonly path: readonly PropertyKey[]; readonly word: string }[] {
  return [
    { path: ['symbol'], word: asset.symbol },
    { path: ['name'], word: asset.name },
    ...asset.aliases.map((word, index) => ({ path: ['aliases', index], word })),
  ];
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
