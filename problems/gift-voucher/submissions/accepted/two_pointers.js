// Sorts the prices and moves two pointers towards each other, a run of equal prices at a time.
// O(N log N).
const fs = require("fs");

const [, amount, ...rest] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const prices = Float64Array.from(rest).sort();

let low = 0;
let high = prices.length - 1;
let ways = 0;
while (low < high) {
  const sum = prices[low] + prices[high];
  if (sum < amount) {
    low++;
  } else if (sum > amount) {
    high--;
  } else if (prices[low] === prices[high]) {
    const run = high - low + 1;
    ways += (run * (run - 1)) / 2;
    break;
  } else {
    let lowRun = 1;
    while (prices[low + lowRun] === prices[low]) lowRun++;
    let highRun = 1;
    while (prices[high - highRun] === prices[high]) highRun++;
    ways += lowRun * highRun;
    low += lowRun;
    high -= highRun;
  }
}
console.log(ways);
