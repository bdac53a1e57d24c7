// A map from how often each letter occurs to the set of words with these counts.
// O(N L) on average for words of L letters, and the sorting of the words printed.
const fs = require("fs");

const [, ...words] = fs.readFileSync(0, "utf8").trim().split(/\s+/);

const kits = new Map();
for (const word of words) {
  const counts = new Array(26).fill(0);
  for (let i = 0; i < word.length; i++) counts[word.charCodeAt(i) - 97]++;
  const key = counts.join();
  if (!kits.has(key)) kits.set(key, new Set());
  kits.get(key).add(word);
}

let best = [];
for (const kit of kits.values()) {
  if (kit.size < best.length) continue;
  const sorted = [...kit].sort();
  if (kit.size > best.length || sorted[0] < best[0]) best = sorted;
}
console.log(best.join("\n"));
