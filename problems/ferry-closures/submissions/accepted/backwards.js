// Runs the film backwards: start with the lines that stay open and open the closed ones in reverse order.
// Union-find by size with path halving joins the islands: O((N + M) log N), nearly linear.
const fs = require("fs");

const lines = fs.readFileSync(0, "utf8").split("\n");
const [n, m, k] = lines[0].split(" ").map(Number);
const ferries = lines.slice(1, m + 1).map((line) => line.split(" ").map(Number));
const closures = lines.slice(m + 1, m + 1 + k).map((line) => Number(line) - 1);

const parent = Int32Array.from({ length: n + 1 }, (_, island) => island);
const size = new Int32Array(n + 1).fill(1);
let pairs = 0; // at most 70,000 * 69,999 / 2, which a double holds exactly

function find(island) {
  while (parent[island] !== island) {
    parent[island] = parent[parent[island]];
    island = parent[island];
  }
  return island;
}

function open([a, b]) {
  a = find(a);
  b = find(b);
  if (a === b) return;
  if (size[a] < size[b]) [a, b] = [b, a];
  pairs += size[a] * size[b];
  parent[b] = a;
  size[a] += size[b];
}

const closed = new Set(closures);
ferries.forEach((ferry, line) => {
  if (!closed.has(line)) open(ferry);
});

const answers = [];
for (const line of closures.reverse()) {
  answers.push(pairs);
  open(ferries[line]);
}
console.log(answers.reverse().join("\n"));
