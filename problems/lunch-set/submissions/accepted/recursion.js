// Extends the choice by each later dish in turn, so choices come in ascending order.
// O(2^N * N) at most.
const fs = require("fs");

function solution(k, budget, dishes, clashes) {
  const goesWith = dishes.map(() => new Array(dishes.length).fill(true));
  for (const [u, v] of clashes) goesWith[u - 1][v - 1] = goesWith[v - 1][u - 1] = false;

  let best = { chosen: [-2], price: 0, points: 0 };
  function extend(chosen, price, points) {
    if (chosen.length === k) {
      if (points > best.points || (points === best.points && price < best.price)) {
        best = { chosen, price, points };
      }
      return;
    }
    for (let dish = (chosen.at(-1) ?? -1) + 1; dish < dishes.length; dish++) {
      if (price + dishes[dish][0] <= budget && chosen.every((other) => goesWith[other][dish])) {
        extend([...chosen, dish], price + dishes[dish][0], points + dishes[dish][1]);
      }
    }
  }
  extend([], 0, 0);
  return best.chosen.map((dish) => dish + 1); // -2 becomes the -1 of no choice
}

const lines = fs.readFileSync(0, "utf8").trim().split("\n");
const [[n, k, budget], ...pairs] = lines.map((line) => line.trim().split(" ").map(Number));
console.log(solution(k, budget, pairs.slice(0, n), pairs.slice(n)).join(" "));
