// That the bench is as certain as it says.
import { expect, it } from 'vitest';
import { interval } from '../../bench/statistics.ts';

/** How often at most `below` of so many fair coins fall on one side. */
function tail(coins: number, below: number): number {
  let [term, sum] = [0.5 ** coins, 0];
  for (let heads = 0; heads <= below; heads += 1) {
    sum += term;
    term *= (coins - heads) / (heads + 1);
  }
  return sum;
}

it('holds the true median with 95 % certainty, and is no wider than it must be', () => {
  for (let count = 6; count <= 400; count += 1) {
    const [low = NaN, high = NaN] = interval(
      Array.from({ length: count }, (_, rank) => rank),
      0,
    )
      .split('–')
      .map(Number);
    expect(high, `${count} numbers`).toBe(count - 1 - low);
    expect(1 - 2 * tail(count, low), `${count} numbers`).toBeGreaterThanOrEqual(0.95);
    expect(1 - 2 * tail(count, low + 2), `${count} numbers, narrower`).toBeLessThan(0.95);
  }
});
