// Turns each time into minutes since midnight and adds up each person's minutes in a map.
// O(N) to read, O(P log P) to sort P people.
const fs = require("fs");

const DAY = 24 * 60;

function toMinutes(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

const lines = fs.readFileSync(0, "utf8").split("\n");
const n = Number(lines[0]);

const worked = new Map();
for (const line of lines.slice(1, n + 1)) {
  const [name, shift, rest] = line.trim().split(" ");
  let [start, end] = shift.split("-").map(toMinutes);
  if (end <= start) end += DAY;
  worked.set(name, (worked.get(name) ?? 0) + end - start - Number(rest));
}

const people = [...worked].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
console.log(
  people
    .map(([name, total]) => `${name} ${Math.floor(total / 60)}:${String(total % 60).padStart(2, "0")}`)
    .join("\n"),
);
