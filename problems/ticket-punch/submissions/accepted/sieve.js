// Counts the holes as a sieve does, volunteer by volunteer; prefix sums answer the classes.
// O(N log N + Q).
const fs = require("fs");

function solution(n, m, k, classes) {
  const holes = new Int32Array(n + 1);
  for (let volunteer = 1; volunteer <= Math.min(m, n); volunteer++) {
    for (let ticket = volunteer; ticket <= n; ticket += volunteer) holes[ticket]++;
  }
  const wins = new Int32Array(n + 1);
  for (let ticket = 1; ticket <= n; ticket++) {
    wins[ticket] = wins[ticket - 1] + (holes[ticket] === k ? 1 : 0);
  }
  return classes.map(([left, right]) => wins[right] - wins[left - 1]);
}

const lines = fs.readFileSync(0, "utf8").trim().split("\n");
const [[n, m, k], ...classes] = lines.map((line) => line.trim().split(" ").map(Number));
console.log(solution(n, m, k, classes).join("\n"));
