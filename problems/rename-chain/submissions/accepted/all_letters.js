// Breadth-first search; tries all 26 letters at each position and all swaps of neighbours.
// O(26 * N * L) look-ups in a set.
const fs = require("fs");

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

function* oneStepFrom(name) {
  for (let i = 0; i < name.length; i++) {
    for (const letter of LETTERS) yield name.slice(0, i) + letter + name.slice(i + 1);
  }
  for (let i = 0; i + 1 < name.length; i++) {
    yield name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2);
  }
}

function solution(begin, target, names) {
  const left = new Set(names);
  left.delete(begin);
  let frontier = [begin];
  for (let steps = 0; frontier.length > 0; steps++) {
    if (frontier.includes(target)) return steps;
    const following = [];
    for (const name of frontier) {
      for (const near of oneStepFrom(name)) {
        if (left.delete(near)) following.push(near);
      }
    }
    frontier = following;
  }
  return -1;
}

const [, begin, target, ...names] = fs.readFileSync(0, "utf8").trim().split(/\s+/);
console.log(solution(begin, target, names));
