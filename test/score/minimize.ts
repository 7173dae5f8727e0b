/** Gives the value of a function at a point, and writes its slope there into the second argument. */
export type SmoothFunction = (point: Float64Array, slope: Float64Array) => number;

/** Steps whose curvature is remembered. */
const memory = 10;

/** Least fall of the value, as a part of what the slope promises, for a step to be taken. */
const sufficient = 1e-4;

/** Halvings after which a step is too short to matter. */
const halvings = 40;

interface Step {
  move: Float64Array;
  turn: Float64Array;
  /** 1 / (move · turn). */
  scale: number;
}

/**
 * Finds where a smooth convex function is least: L-BFGS (Nocedal and Wright, algorithm 7.5) with backtracking. The same
 * function and start give the same point.
 *
 * @param start Is not changed.
 * @param steps Steps at most.
 * @param tolerance Length of the slope, against that at the start, at which it is the least.
 */
export function minimize(
  lossAt: SmoothFunction,
  start: Float64Array,
  { steps = 300, tolerance = 1e-5 }: { steps?: number; tolerance?: number } = {},
): Float64Array {
  let point: Float64Array = Float64Array.from(start);
  let slope: Float64Array = new Float64Array(start.length);
  let value = lossAt(point, slope);
  const enough = tolerance * length(slope);
  const past: Step[] = [];
  for (let step = 0; step < steps && length(slope) > enough; step += 1) {
    const direction = descent(slope, past);
    const promised = dot(slope, direction);
    let size = past.length === 0 ? 1 / length(slope) : 1;
    let next = along(point, direction, size);
    const nextSlope = new Float64Array(start.length);
    let nextValue = lossAt(next, nextSlope);
    for (let half = 0; nextValue > value + sufficient * size * promised; half += 1) {
      if (half === halvings) return point;
      size /= 2;
      next = along(point, direction, size);
      nextValue = lossAt(next, nextSlope);
    }
    const move = along(next, point, -1);
    const turn = along(nextSlope, slope, -1);
    const curvature = dot(move, turn);
    if (curvature > 0) past.push({ move, turn, scale: 1 / curvature });
    if (past.length > memory) past.shift();
    [point, slope, value] = [next, nextSlope, nextValue];
  }
  return point;
}

/** Turns the slope into a direction down, by the curvature that the past steps met. */
function descent(slope: Float64Array, past: readonly Step[]): Float64Array {
  let direction: Float64Array = Float64Array.from(slope, (value) => -value);
  const shares = past.map(() => 0);
  for (const [index, { move, turn, scale }] of [...past.entries()].toReversed()) {
    const share = scale * dot(move, direction);
    shares[index] = share;
    direction = along(direction, turn, -share);
  }
  const last = past.at(-1);
  if (last) {
    const unit = 1 / (last.scale * dot(last.turn, last.turn));
    direction = direction.map((value) => value * unit);
  }
  past.forEach(({ move, turn, scale }, index) => {
    direction = along(direction, move, (shares[index] ?? 0) - scale * dot(turn, direction));
  });
  return direction;
}

function along(from: Float64Array, direction: Float64Array, size: number): Float64Array {
  return from.map((value, index) => value + size * (direction[index] ?? 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
