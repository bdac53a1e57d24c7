// Breadth-first search by minutes: arriving earlier is never worse, so the first arrival at a cell decides.
// O(R * C).
const fs = require("fs");

const lines = fs.readFileSync(0, "utf8").split("\n");
const [rows, cols] = lines[0].split(" ").map(Number);
const [a, b] = lines[1].split(" ").map(Number);
const flood = lines.slice(2, rows + 2).map((line) => line.trim().split(" ").map(Number));

function minutesToShore(startRow, startCol) {
  const arrival = flood.map(() => new Array(cols).fill(-1));
  arrival[startRow][startCol] = 0;
  const queue = [[startRow, startCol]];

  // An index in place of queue.shift(), which moves all other elements.
  for (let head = 0; head < queue.length; head++) {
    const [r, c] = queue[head];
    if (r === 0) return arrival[r][c];

    const minute = arrival[r][c] + 1;
    for (const [nr, nc] of [[r - 1, c], [r, c + 1], [r + 1, c], [r, c - 1]]) {
      if (nr < 0 || nr >= rows || nc < 0 || nc >= cols) continue;
      if (arrival[nr][nc] !== -1 || minute >= flood[nr][nc]) continue;
      arrival[nr][nc] = minute;
      queue.push([nr, nc]);
    }
  }
  return -1;
}

console.log(minutesToShore(a - 1, b - 1));
