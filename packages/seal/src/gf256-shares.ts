import { assert, type RandomDep } from "@holdfast/evidence";

/**
 * Shamir's secret sharing over GF(2^8) with the polynomial of AES (0x11b), byte by byte. Fewer shares than the threshold
 * say nothing about the secret, whatever anybody computes.
 *
 * Multiplication without tables, and the same steps whatever the bytes are. Source: Shamir, "How to share a secret"
 * (1979); FIPS 197 §4.2 for the field.
 */
export interface Point {
  /** 1 to 255; 0 is where the secret stands. */
  readonly x: number;
  readonly y: Uint8Array;
}

export const multiply = (one: number, two: number): number => {
  let product = 0;
  let shifted = one;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= -((two >> bit) & 1) & shifted;
    shifted = ((shifted << 1) ^ (-(shifted >> 7) & 0x11b)) & 0xff;
  }
  return product;
};

/** a^254; the inverse of everything but 0. */
const invert = (value: number): number => {
  let result = 1;
  let square = value;
  for (let bit = 1; bit < 8; bit += 1) {
    square = multiply(square, square);
    result = multiply(result, square);
  }
  return result;
};

/** Shares at x = 1 … count; any `threshold` of them give the secret back. */
export const splitSecret = (
  deps: RandomDep,
  secret: Uint8Array,
  { threshold, count }: { readonly threshold: number; readonly count: number },
): readonly Point[] => {
  assert(threshold >= 1 && count >= threshold && count < 256, "a threshold that can be reached");
  // One random polynomial for each byte: its degree is the threshold less one, its value at 0 is the byte.
  const coefficients = Array.from({ length: threshold - 1 }, () =>
    deps.random.bytes(secret.length),
  );
  return Array.from({ length: count }, (_, index) => {
    const x = index + 1;
    const y = new Uint8Array(secret.length);
    for (const row of [...coefficients].reverse().concat(new Uint8Array(secret))) {
      for (const [at, byte] of row.entries()) y[at] = multiply(y[at] ?? 0, x) ^ byte;
    }
    return { x, y };
  });
};

/** Lagrange's interpolation at `at`, by default where the secret stands. The points have different x. */
export const combinePoints = (points: readonly Point[], at = 0): Uint8Array<ArrayBuffer> => {
  const result = new Uint8Array(points[0]?.y.length ?? 0);
  for (const { x, y } of points) {
    let weight = 1;
    for (const other of points) {
      if (other.x === x) continue;
      weight = multiply(weight, multiply(other.x ^ at, invert(other.x ^ x)));
    }
    for (const [index, byte] of y.entries()) {
      result[index] = (result[index] ?? 0) ^ multiply(byte, weight);
    }
  }
  return result;
};
