// A stack of the buildings that nothing has hidden yet; their heights fall from west to east.
// O(N): each building is pushed and popped at most once.
const fs = require("fs");

const lines = fs.readFileSync(0, "utf8").split("\n");
const positions = lines[1].split(" ").map(Number);
const heights = lines[2].split(" ").map(Number);

const distance = new Array(positions.length).fill(-1);
const waiting = [];
for (let i = 0; i < positions.length; i++) {
  while (waiting.length > 0 && heights[waiting[waiting.length - 1]] <= heights[i]) {
    const hidden = waiting.pop();
    distance[hidden] = positions[i] - positions[hidden];
  }
  waiting.push(i);
}
console.log(distance.join(" "));
