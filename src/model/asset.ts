/** An institution (the Fed, the SEC) moves markets and has no price of its own. */
export type AssetKind = 'crypto' | 'stock' | 'index' | 'commodity' | 'currency' | 'fund' | 'institution';

/** One entry of `config/assets.yaml`. */
export interface Asset {
  /** Upper-case ticker, unique: `BTC`. */
  readonly symbol: string;
  /** Display name: `Bitcoin`. Always counts as a mention, unless `nameIsWord`. */
  readonly name: string;
  readonly kind: AssetKind;
  /** Other names that always count as a mention: `Ether`, `Binance Coin`. */
  readonly aliases: readonly string[];
  /** The ticker is also a word or another symbol (ONE, LINK, NEAR): counts only as `$X`, `(X)`, `X/USDT` or with context. */
  readonly ambiguous: boolean;
  /** The name is also an everyday word (Near, Compound): counts only capitalised and with crypto context. */
  readonly nameIsWord: boolean;
}
