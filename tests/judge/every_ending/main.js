// Ends as the first line of its input says.
const lines = require("fs").readFileSync(0, "utf8").split("\n");

function depth(n) {
  return n === 0 ? 0 : 1 + depth(n - 1);
}

const endings = {
  sum() {
    let sum = 0;
    for (const line of lines.slice(1)) for (const word of line.split(" ")) sum += Number(word);
    console.log(sum);
  },
  korean() {
    console.log(`안녕하세요, ${lines[1]}! ${lines[1].length}`);
  },
  deep() {
    console.log(depth(200000));
  },
  raise() {
    throw new Error("thrown");
  },
  exit() {
    process.exit(3);
  },
  signal() {
    process.abort();
  },
  loop() {
    for (;;);
  },
  memory() {
    for (const kept = []; ; ) kept.push(Buffer.alloc(1 << 20, 1));
  },
  flood() {
    for (;;) require("fs").writeSync(1, "flood flood flood flood\n");
  },
  wrong() {},
};

endings[lines[0]]();
