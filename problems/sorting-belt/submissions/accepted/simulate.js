// Follows each parcel move by move; directions 0..3 are clockwise, so a turn is +1 modulo 4.
// O(Q * T) moves of O(1).
const fs = require("fs");

const MOVES = [[-1, 0], [0, 1], [1, 0], [0, -1]];
const BELTS = "^>v<";
const SIDES = "URDL";

const lines = fs.readFileSync(0, "utf8").split("\n");
const [rows, cols, limit] = lines[0].split(" ").map(Number);
const floor = lines.slice(1, rows + 1).map((line) =>
  [...line.trim()].map((symbol) => {
    const turns = SIDES.includes(symbol);
    return { turns, direction: (turns ? SIDES : BELTS).indexOf(symbol) };
  }),
);

function follow(r, c) {
  for (let move = 1; move <= limit; move++) {
    const cell = floor[r][c];
    const d = cell.direction;
    if (cell.turns) cell.direction = (d + 1) % 4;

    const [dr, dc] = MOVES[d];
    const inside = r + dr >= 0 && r + dr < rows && c + dc >= 0 && c + dc < cols;
    if (!inside) return `${SIDES[d]} ${(dc === 0 ? c : r) + 1} ${move}`;
    r += dr;
    c += dc;
  }
  return `X ${r + 1} ${c + 1}`;
}

const parcels = Number(lines[rows + 1]);
const places = lines.slice(rows + 2, rows + 2 + parcels).map((line) => line.split(" ").map(Number));
console.log(places.map(([r, c]) => follow(r - 1, c - 1)).join("\n"));
