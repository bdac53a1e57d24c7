// A map from each lower-case keyword to the set of people who searched for it.
// O(N) expected to read, O(D log D) to sort D different keywords.
const fs = require("fs");

const lines = fs.readFileSync(0, "utf8").split("\n");
const [n, k] = lines[0].split(" ").map(Number);

const people = new Map();
for (const line of lines.slice(1, n + 1)) {
  const [user, word] = line.trim().split(" ");
  const keyword = word.toLowerCase();
  if (!people.has(keyword)) people.set(keyword, new Set());
  people.get(keyword).add(user);
}

const ranking = [...people].map(([keyword, users]) => ({ keyword, count: users.size }));
// The plain < compares by code unit; localeCompare would put digits and letters in another order.
ranking.sort((a, b) => b.count - a.count || (a.keyword < b.keyword ? -1 : 1));

console.log(
  ranking
    .slice(0, k)
    .map(({ keyword, count }) => `${keyword} ${count}`)
    .join("\n"),
);
