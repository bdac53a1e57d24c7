// A stack of the opening brackets that are still open, with their positions.
// O(characters): each bracket is pushed and popped at most once.
const fs = require("fs");

const PARTNER = { ")": "(", "]": "[", "}": "{" };

function firstError(lines) {
  const unclosed = [];
  for (let row = 0; row < lines.length; row++) {
    let inString = false;
    for (let column = 0; column < lines[row].length; column++) {
      const character = lines[row][column];
      if (character === '"') {
        inString = !inString;
      } else if (inString) {
        continue;
      } else if ("([{".includes(character)) {
        unclosed.push({ character, row, column });
      } else if (character in PARTNER) {
        if (unclosed.pop()?.character !== PARTNER[character]) return { row, column };
      }
    }
  }
  return unclosed[0];
}

const lines = fs.readFileSync(0, "utf8").split("\n");
const n = Number(lines[0]);
const error = firstError(lines.slice(1, n + 1));
console.log(error ? `${error.row + 1} ${error.column + 1}` : "OK");
