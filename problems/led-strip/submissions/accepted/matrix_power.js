// One more cell is the product with a fixed 6 x 6 matrix; repeated squaring gives its N-th power.
// O(6^3 log N). BigInt, as N and the products go beyond 2^53.
const fs = require("fs");

const MODULUS = 1_000_000_007n;

function product(left, right) {
  return left.map((row) =>
    right[0].map((_, j) => row.reduce((sum, x, k) => sum + x * right[k][j], 0n) % MODULUS),
  );
}

function solution(n, a, b, c) {
  // Of the vector f(n), f(n-1), f(n-2), f(n-3), g(n), g(n-1); g counts the ways that end with length 4.
  let step = [
    [a, b, 0n, 0n, a, b],
    [1n, 0n, 0n, 0n, 0n, 0n],
    [0n, 1n, 0n, 0n, 0n, 0n],
    [0n, 0n, 1n, 0n, 0n, 0n],
    [0n, 0n, 0n, c, 0n, 0n],
    [0n, 0n, 0n, 0n, 1n, 0n],
  ];
  let ways = [[1n], [0n], [0n], [0n], [0n], [0n]];
  for (; n > 0n; n /= 2n) {
    if (n % 2n === 1n) ways = product(step, ways);
    step = product(step, step);
  }
  return (ways[0][0] + ways[4][0]) % MODULUS;
}

console.log(String(solution(...fs.readFileSync(0, "utf8").trim().split(/\s+/).map(BigInt))));
