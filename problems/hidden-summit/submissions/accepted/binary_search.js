// Binary search for the first signpost from which the trail goes down.
// Two measurements halve the range: 2 * log2(N), at most 48 measurements.
const readline = require("readline");

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function readNumber() {
  return Number((await lines.next()).value);
}

async function height(post) {
  console.log(`? ${post}`);
  return readNumber();
}

async function main() {
  let low = 1;
  let high = await readNumber(); // the summit is in low..high
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await height(middle)) < (await height(middle + 1))) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  console.log(`! ${low}`);
  process.exit(0);
}

main();
