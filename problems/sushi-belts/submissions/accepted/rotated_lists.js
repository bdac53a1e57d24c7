// Adds up the moves of each belt, and rotates the list of its plates once.
// O(HW + Q). The sums stay below 2^53.
const fs = require("fs");

const lines = fs.readFileSync(0, "utf8").trim().split("\n").map((line) => line.split(" ").map(Number));
const [h, w, q] = lines[0];
const plates = lines.slice(1, h + 1);

const moves = new Array(Math.floor(Math.min(h, w) / 2)).fill(0);
for (const [belt, squares] of lines.slice(h + 1, h + 1 + q)) moves[belt - 1] += squares;

moves.forEach((move, belt) => {
  const bottom = h - 1 - belt;
  const right = w - 1 - belt;
  const squares = [];
  for (let c = belt; c < right; c++) squares.push([belt, c]);
  for (let r = belt; r < bottom; r++) squares.push([r, right]);
  for (let c = right; c > belt; c--) squares.push([bottom, c]);
  for (let r = bottom; r > belt; r--) squares.push([r, belt]);

  const before = squares.map(([r, c]) => plates[r][c]);
  const length = squares.length;
  const shift = ((move % length) + length) % length;
  before.forEach((plate, i) => {
    const [r, c] = squares[(i + shift) % length];
    plates[r][c] = plate;
  });
});
console.log(plates.map((row) => row.join(" ")).join("\n"));
