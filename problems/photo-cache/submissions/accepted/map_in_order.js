// A Map keeps the order of insertion; a photo that is hit is taken out and put in again.
// O(N) on average.
const fs = require("fs");

const [n, capacity, ...numbers] = fs.readFileSync(0, "utf8").trim().split(/\s+/).map(Number);

const cache = new Map();
let stored = 0;
let hits = 0;
let misses = 0;
let evictions = 0;
for (let i = 0; i < n; i++) {
  const photo = numbers[2 * i];
  const size = numbers[2 * i + 1];
  if (cache.delete(photo)) {
    hits++;
    cache.set(photo, size);
    continue;
  }
  misses++;
  if (size > capacity) continue;
  for (const [oldest, freed] of cache) {
    if (stored + size <= capacity) break;
    cache.delete(oldest);
    stored -= freed;
    evictions++;
  }
  cache.set(photo, size);
  stored += size;
}
console.log(hits, misses, evictions);
