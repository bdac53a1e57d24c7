// A sliding window with the number of its songs by each artist.
// O(N): each song enters and leaves the window at most once.
const fs = require("fs");

function solution(k, artists, seconds) {
  const songsBy = new Map();
  let best = [0, 0, 0];
  let time = 0;
  let left = 0;
  artists.forEach((artist, right) => {
    songsBy.set(artist, (songsBy.get(artist) ?? 0) + 1);
    time += seconds[right];
    for (; songsBy.size > k; left++) {
      const songs = songsBy.get(artists[left]) - 1;
      if (songs === 0) songsBy.delete(artists[left]);
      else songsBy.set(artists[left], songs);
      time -= seconds[left];
    }
    if (time > best[0]) best = [time, left + 1, right + 1];
  });
  return best;
}

const [first, second, third] = fs.readFileSync(0, "utf8").split("\n").map((line) => line.trim().split(" "));
console.log(solution(Number(first[1]), second, third.map(Number)).join(" "));
