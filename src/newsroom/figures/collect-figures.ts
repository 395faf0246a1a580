import type { Figure } from '../../model/analysis.ts';
import type { PlacedFigure } from './figure-describe.ts';
import { isSameMetric, mayAgree } from './same-figure.ts';

export interface FigureList {
  /** Takes a figure up, or adds what it says to the one that tells the same. */
  add(figure: PlacedFigure): void;
  readonly size: number;
  /** Each once, without those that another one tells with more meaning: the same amount with a metric. */
  told(): readonly PlacedFigure[];
}

/** Gathers the figures of one text, each once however often it is repeated. */
export function createFigureList(): FigureList {
  const byAmount = new Map<string, PlacedFigure[]>();
  let size = 0;
  return {
    add(figure) {
      const key = `${figure.value} ${figure.high} ${figure.unit}`;
      const alike = byAmount.get(key);
      const same = alike?.findIndex((other) => isSame(figure, other)) ?? -1;
      const known = alike?.[same];
      if (alike && known) alike[same] = join(known, figure);
      else {
        byAmount.set(key, [...(alike ?? []), figure]);
        size += 1;
      }
    },
    get size() {
      return size;
    },
    told: () =>
      [...byAmount.values()].flatMap((alike) => {
        const meant = alike.filter(({ metric }) => metric !== 'amount');
        return meant.length > 0 ? meant : alike;
      }),
  };
}

/** What one telling leaves open, the other may say. Of a move, another time makes another figure. */
function isSame(a: Figure, b: Figure): boolean {
  const isOne = isSameMetric(a.metric, b.metric) && mayAgree(a.asset, b.asset) && mayAgree(a.side, b.side);
  return isOne && (a.metric !== 'change' || mayAgree(a.window, b.window));
}

/** The telling that says most, with what only the other one says. */
function join(first: PlacedFigure, second: PlacedFigure): PlacedFigure {
  const [better, other] = detail(second) > detail(first) ? [second, first] : [first, second];
  return {
    ...better,
    metric: better.metric === 'level' ? other.metric : better.metric,
    asset: better.asset ?? other.asset,
    side: better.side ?? other.side,
    window: better.window ?? other.window,
    namedSource: better.namedSource ?? other.namedSource,
    direction: better.direction ?? other.direction,
  };
}

function detail({ asset, side, window, namedSource, qualifier, direction }: Figure): number {
  return [asset, side, window, namedSource, qualifier, direction].filter((known) => known !== null).length;
}
