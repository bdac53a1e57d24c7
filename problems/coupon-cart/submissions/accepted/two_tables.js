// 0/1 knapsack with two tables, for the coupon unused and used; points run downwards.
// O(NB).
const fs = require("fs");

const [n, budget, ...numbers] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);

const unused = new Array(budget + 1).fill(0);
const used = new Array(budget + 1).fill(0);
for (let i = 0; i < n; i++) {
  const price = numbers[2 * i];
  const joy = numbers[2 * i + 1];
  const half = Math.floor(price / 2);
  for (let b = budget; b >= half; b--) {
    used[b] = Math.max(used[b], unused[b - half] + joy);
    if (b >= price) {
      used[b] = Math.max(used[b], used[b - price] + joy);
      unused[b] = Math.max(unused[b], unused[b - price] + joy);
    }
  }
}
console.log(Math.max(used[budget], unused[budget]));
