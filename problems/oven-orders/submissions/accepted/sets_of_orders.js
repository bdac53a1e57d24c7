// The smallest penalty for each set of orders baked first; sets are bits of an integer.
// O(2^N * N).
const fs = require("fs");

function solution(orders, pairs) {
  const n = orders.length;
  const needed = new Array(n).fill(0);
  for (const [u, v] of pairs) needed[v - 1] |= 1 << (u - 1);

  const best = new Array(1 << n).fill(Infinity);
  const time = new Array(1 << n).fill(0);
  best[0] = 0;
  for (let mask = 0; mask < 1 << n; mask++) {
    if (best[mask] === Infinity) continue;
    orders.forEach(([minutes, promised, fine], i) => {
      if (mask & (1 << i) || (mask & needed[i]) !== needed[i]) return;
      const following = mask | (1 << i);
      time[following] = time[mask] + minutes;
      const penalty = fine * Math.max(0, time[following] - promised);
      best[following] = Math.min(best[following], best[mask] + penalty);
    });
  }
  return best.at(-1);
}

const lines = fs.readFileSync(0, "utf8").trim().split("\n");
const [[n], ...rest] = lines.map((line) => line.trim().split(" ").map(Number));
console.log(solution(rest.slice(0, n), rest.slice(n)));
