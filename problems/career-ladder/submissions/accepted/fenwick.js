// best = own satisfaction + greatest best among earlier offers of a lower level;
// a Fenwick tree of prefix maxima over the ranks of the levels finds it. O(N log N).
const fs = require("fs");

class PrefixMaximum {
  constructor(size) {
    // Sums stay below 5e13, so doubles hold them exactly.
    this.tree = new Float64Array(size + 1);
  }

  query(last) {
    let greatest = 0;
    for (let i = last; i > 0; i -= i & -i) greatest = Math.max(greatest, this.tree[i]);
    return greatest;
  }

  raise(position, value) {
    for (let i = position; i < this.tree.length; i += i & -i) {
      this.tree[i] = Math.max(this.tree[i], value);
    }
  }
}

const [n, ...numbers] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const offers = Array.from({ length: n }, (_, i) => ({
  level: numbers[2 * i],
  satisfaction: numbers[2 * i + 1],
}));

const levels = [...new Set(offers.map((offer) => offer.level))].sort((a, b) => a - b);
const rank = new Map(levels.map((level, index) => [level, index + 1]));

const best = new PrefixMaximum(levels.length);
for (const { level, satisfaction } of offers) {
  const own = rank.get(level);
  best.raise(own, best.query(own - 1) + satisfaction); // strictly lower levels only
}
console.log(best.query(levels.length));
