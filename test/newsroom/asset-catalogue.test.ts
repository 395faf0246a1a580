import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadAssetCatalogue } from '../../src/newsroom/asset-catalogue.ts';

const shipped = join(import.meta.dirname, '../../config/assets.yaml');

describe('the shipped catalogue', () => {
  const catalogue = loadAssetCatalogue(shipped);

  test('loads, and knows the assets that most news is about', () => {
    const wanted = [
      'BTC',
      'ETH',
      'USDT',
      'XRP',
      'BNB',
      'SOL',
      'XAU',
      'WTI',
      'SPX',
      'VIX',
      'DXY',
      'US10Y',
      'COIN',
      'NVDA',
      'IBIT',
      'EUR',
    ];
    expect(wanted.filter((symbol) => !catalogue.bySymbol.has(symbol))).toEqual([]);
    expect(catalogue.assets.filter(({ kind }) => kind === 'crypto').length).toBeGreaterThanOrEqual(200);
  });

  test.each([
    ['btc', 'BTC'],
    ['$sol', 'SOL'],
    ['Bitcoin', 'BTC'],
    ['  binance   coin ', 'BNB'],
    ['ETHER', 'ETH'],
    ['gold', 'XAU'],
    ['oil', 'WTI'],
    ['s&p 500', 'SPX'],
    ['near', 'NEAR'],
  ])('finds %j as a person types it', (typed, symbol) => {
    expect(catalogue.find(typed)?.symbol).toBe(symbol);
  });

  test.each(['', '$', 'bitcoins are', 'bit'])('does not guess at %j', (typed) => {
    expect(catalogue.find(typed)).toBeUndefined();
  });
});

describe('a catalogue of the operator', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assets-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function load(...entries: readonly string[]): ReturnType<typeof loadAssetCatalogue> {
    const path = join(folder, 'assets.yaml');
    writeFileSync(path, ['assets:', ...entries.map((entry) => `  - { ${entry} }`)].join('\n'));
    return loadAssetCatalogue(path);
  }

  test('needs no more than symbol and name', () => {
    const { assets } = load('symbol: ABC, name: Abacus');
    expect(assets).toEqual([
      { symbol: 'ABC', name: 'Abacus', kind: 'crypto', aliases: [], ambiguous: false, nameIsWord: false },
    ]);
  });

  test('is refused when two assets share a symbol, or one has the other’s name as alias', () => {
    expect(() =>
      load(
        'symbol: ABC, name: Abacus',
        'symbol: ABC, name: Alphabetum',
        'symbol: AB, name: Abel, aliases: [Cain, abacus]',
      ),
    ).toThrow(
      /assets\.yaml:3: assets\.1\.symbol: "ABC" already belongs to assets\.0 \(ABC\)\n.*:4: assets\.2\.aliases\.1: "abacus" already/,
    );
  });

  test('is refused for a symbol in small letters and for a kind that does not exist', () => {
    expect(() => load('symbol: abc, name: Abacus', 'symbol: AB, name: Abel, kind: coin')).toThrow(
      /:2: assets\.0\.symbol: must be upper case\n.*:3: assets\.1\.kind: must be crypto, stock/,
    );
  });

  test('names the setting when the file is not there', () => {
    expect(() => loadAssetCatalogue(join(folder, 'none.yaml'))).toThrow(/no such file; set ASSETS_FILE/);
  });
});
