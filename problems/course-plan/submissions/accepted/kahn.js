// Kahn's topological sort. If courses are left over, each of them has a prerequisite
// that is left over too, so walking back along these must run into a circle. O(N + M).
const fs = require("fs");

const [n, m, ...numbers] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);

const followers = Array.from({ length: n + 1 }, () => []);
const missing = new Array(n + 1).fill(0); // prerequisites not yet taken
for (let i = 0; i < m; i++) {
  const a = numbers[2 * i];
  const b = numbers[2 * i + 1];
  followers[a].push(b);
  missing[b]++;
}

const order = [];
for (let course = 1; course <= n; course++) {
  if (missing[course] === 0) order.push(course);
}
for (let i = 0; i < order.length; i++) {
  for (const follower of followers[order[i]]) {
    if (--missing[follower] === 0) order.push(follower);
  }
}

function findCircle() {
  const blocker = new Array(n + 1).fill(0); // a prerequisite that is left over
  let course = 0;
  for (let a = 1; a <= n; a++) {
    if (missing[a] === 0) continue;
    course = a;
    for (const b of followers[a]) blocker[b] = a;
  }

  const walk = new Map(); // from each course met to its place on the walk
  while (!walk.has(course)) {
    walk.set(course, walk.size);
    course = blocker[course];
  }
  return [...walk.keys()].slice(walk.get(course)).reverse();
}

if (order.length === n) {
  console.log(`YES\n${order.join(" ")}`);
} else {
  const circle = findCircle();
  console.log(`NO\n${circle.length}\n${circle.join(" ")}`);
}
