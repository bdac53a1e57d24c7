// Sorts the jobs by start and keeps the time up to which everything is busy.
// O(N log N).
const fs = require("fs");

const [header, ...lines] = fs.readFileSync(0, "utf8").trim().split("\n");
const [n, start, end, minimum] = header.split(" ").map(Number);
const jobs = lines.slice(0, n).map((line) => line.split(" ").map(Number));
jobs.sort((a, b) => a[0] - b[0]);
jobs.push([end, end]); // closes the team's hours

const windows = [];
let freeFrom = start;
for (const [begin, finish] of jobs) {
  const until = Math.min(begin, end);
  if (until - freeFrom >= minimum) windows.push(`${freeFrom} ${until}`);
  freeFrom = Math.max(freeFrom, finish);
}
console.log(windows.length > 0 ? windows.join("\n") : "-1 -1");
