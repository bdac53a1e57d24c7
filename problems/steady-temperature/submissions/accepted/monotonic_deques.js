// Two pointers; two monotonic queues give the maximum and the minimum of the window.
// O(N): each position enters and leaves each queue at most once.
const fs = require("fs");

const [n, limit, ...temperature] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);

// Positions in the order of time. shift() of an array is slow, so the front is an index.
class MonotonicQueue {
  constructor(keepsBefore) {
    this.keepsBefore = keepsBefore;
    this.positions = [];
    this.front = 0;
  }

  push(position) {
    const { positions } = this;
    while (
      positions.length > this.front &&
      !this.keepsBefore(temperature[positions[positions.length - 1]], temperature[position])
    ) {
      positions.pop();
    }
    positions.push(position);
  }

  dropBefore(left) {
    if (this.positions[this.front] < left) this.front++;
  }

  extreme() {
    return temperature[this.positions[this.front]];
  }
}

const highest = new MonotonicQueue((earlier, later) => earlier > later);
const lowest = new MonotonicQueue((earlier, later) => earlier < later);
let left = 0;
let bestLength = 0;
let bestStart = 0;
for (let right = 0; right < n; right++) {
  highest.push(right);
  lowest.push(right);

  while (highest.extreme() - lowest.extreme() > limit) {
    left++;
    highest.dropBefore(left);
    lowest.dropBefore(left);
  }

  if (right - left + 1 > bestLength) {
    bestLength = right - left + 1;
    bestStart = left;
  }
}
console.log(bestLength, bestStart + 1);
