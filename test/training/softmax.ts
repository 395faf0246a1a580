/** One example: a sparse vector and the place of its class. */
export interface Example {
  readonly bins: readonly number[];
  readonly values: readonly number[];
  readonly outcome: number;
  /** How often it counts. */
  readonly weight: number;
}

const RATE = 0.08;
const EPOCHS = 12;
const START = 1e-6;

/**
 * Softmax regression by AdaGrad (Duchi 2011), `outcomes` weights for each of `features`. The same examples give the same
 * weights: the order of every epoch comes from a generator with a fixed seed.
 */
export function trainSoftmax(examples: readonly Example[], features: number, outcomes: number): Float32Array {
  const weights = new Float32Array(features * outcomes);
  const squares = new Float32Array(features * outcomes).fill(START);
  const order = examples.map((_, place) => place);
  const random = generator(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const place of order) {
      const example = examples[place];
      if (example) learn(example, weights, squares, outcomes);
    }
  }
  return weights;
}

function learn(example: Example, weights: Float32Array, squares: Float32Array, outcomes: number): void {
  const logits = Array.from({ length: outcomes }, (_, outcome) =>
    example.bins.reduce(
      (sum, bin, place) => sum + (weights[bin * outcomes + outcome] ?? 0) * (example.values[place] ?? 0),
      0,
    ),
  );
  const most = Math.max(...logits);
  const raised = logits.map((logit) => Math.exp(logit - most));
  const all = raised.reduce((sum, value) => sum + value, 0);
  for (const [outcome, value] of raised.entries()) {
    const error = (value / all - (outcome === example.outcome ? 1 : 0)) * example.weight;
    for (const [place, bin] of example.bins.entries()) {
      const at = bin * outcomes + outcome;
      const gradient = error * (example.values[place] ?? 0);
      squares[at] = (squares[at] ?? 0) + gradient * gradient;
      weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
    }
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
