// Kruskal with the satellite as vertex 0: a dish is an edge to it; cables come before dishes of equal cost.
// O((N + M) log(N + M)).
const fs = require("fs");

function solution(dishes, cables) {
  const edges = [
    ...dishes.map((cost, i) => ({ u: 0, v: i + 1, cost, dish: 1 })),
    ...cables.map(([u, v, cost]) => ({ u, v, cost, dish: 0 })),
  ].sort((a, b) => a.cost - b.cost || a.dish - b.dish);

  const parent = [...Array(dishes.length + 1).keys()];
  const find = (vertex) => {
    while (parent[vertex] !== vertex) vertex = parent[vertex] = parent[parent[vertex]];
    return vertex;
  };

  let total = 0; // at most 8 * 10^9, exact in a double
  let count = 0;
  for (const { u, v, cost, dish } of edges) {
    const a = find(u);
    const b = find(v);
    if (a === b) continue;
    parent[a] = b;
    total += cost;
    count += dish;
  }
  return [total, count];
}

const lines = fs.readFileSync(0, "utf8").trim().split("\n");
const [first, second, ...rest] = lines.map((line) => line.trim().split(" ").map(Number));
console.log(solution(second, rest.slice(0, first[1])).join(" "));
