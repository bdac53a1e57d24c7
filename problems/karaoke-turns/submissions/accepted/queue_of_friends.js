// Plays the evening with a queue: the front sings, and joins the end if songs are left.
// O(number of turns), which is at most the number of songs.
const fs = require("fs");

const [n, k, ...left] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);

// The front of the line is an index: shift() moves the whole array.
const line = left.map((_, person) => person);
const goesHomeAfter = new Array(n).fill(0);
let sung = 0;
for (let front = 0; front < line.length; front++) {
  const person = line[front];
  const now = Math.min(k, left[person]);
  sung += now;
  left[person] -= now;
  if (left[person] > 0) {
    line.push(person);
  } else {
    goesHomeAfter[person] = sung;
  }
}
console.log(goesHomeAfter.join(" "));
