// Sums of the prices of all minutes of two days give the cost of a record as a difference.
// O(N log N).
const fs = require("fs");

function solution(day, night, records) {
  const upTo = [0];
  for (let minute = 0; minute < 2 * 1440; minute++) {
    const ofDay = minute % 1440;
    upTo.push(upTo[minute] + (ofDay >= 23 * 60 || ofDay < 7 * 60 ? night : day));
  }

  const bills = new Map();
  for (const record of records) {
    const [begin, duration, car] = record.split(" ");
    const [hour, minute] = begin.split(":").map(Number);
    const [, h = 0, m = 0] = duration.match(/^(?:(\d+)h)?(?:(\d+)m)?$/);
    const start = 60 * hour + minute;
    const end = start + 60 * Number(h) + Number(m);
    bills.set(car, (bills.get(car) ?? 0) + upTo[end] - upTo[start]);
  }
  return [...bills]
    .map(([car, amount]) => ({ car, amount: amount - (amount % 10) }))
    .sort((a, b) => b.amount - a.amount || (a.car < b.car ? -1 : 1))
    .map(({ car, amount }) => `${car} ${amount}`);
}

const lines = fs.readFileSync(0, "utf8").trim().split("\n").map((line) => line.trim());
const [n, day, night] = lines[0].split(" ").map(Number);
console.log(solution(day, night, lines.slice(1, n + 1)).join("\n"));
