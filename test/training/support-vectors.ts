/** One example: a sparse vector and the place of its class. */
export interface Example {
  readonly bins: readonly number[];
  readonly values: readonly number[];
  readonly outcome: number;
  /** How often it counts. */
  readonly weight: number;
}

/** What an error costs beside the size of the weights: from 0.5 to 3 hardly anything changes. */
const COST = 1;
const PASSES = 30;

/**
 * Linear support vector machines with squared hinge loss, one for each of `outcomes` against the rest, by dual coordinate
 * descent (Hsieh 2008): `outcomes` weights for each of `features`. The same examples give the same weights: the order of
 * every pass comes from a generator with a fixed seed.
 */
export function trainMachines(examples: readonly Example[], features: number, outcomes: number): Float32Array {
  const weights = new Float32Array(features * outcomes);
  for (let outcome = 0; outcome < outcomes; outcome += 1) {
    const own = trainMachine(examples, features, outcome);
    own.forEach((weight, feature) => {
      weights[feature * outcomes + outcome] = weight;
    });
  }
  return weights;
}

function trainMachine(examples: readonly Example[], features: number, outcome: number): Float64Array {
  const weights = new Float64Array(features);
  const duals = new Float64Array(examples.length);
  const lengths = examples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 0));
  const order = examples.map((_, place) => place);
  const random = generator(1);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const place of order) {
      const example = examples[place];
      if (!example) continue;
      const side = example.outcome === outcome ? 1 : -1;
      const slack = 1 / (2 * COST * example.weight);
      const dual = duals[place] ?? 0;
      const gradient = side * marginOf(example, weights) - 1 + slack * dual;
      const next = Math.max(0, dual - gradient / ((lengths[place] ?? 0) + slack));
      if (next === dual) continue;
      duals[place] = next;
      addTo(weights, example, side * (next - dual));
    }
  }
  return weights;
}

function marginOf({ bins, values }: Example, weights: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < bins.length; place += 1) sum += (weights[bins[place] ?? 0] ?? 0) * (values[place] ?? 0);
  return sum;
}

function addTo(weights: Float64Array, { bins, values }: Example, share: number): void {
  for (let place = 0; place < bins.length; place += 1) {
    const bin = bins[place] ?? 0;
    weights[bin] = (weights[bin] ?? 0) + share * (values[place] ?? 0);
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}

/** Numbers in [0, 1): a linear congruential generator (ANSI C). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
