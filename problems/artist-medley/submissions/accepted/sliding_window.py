# A sliding window with the number of its songs by each artist.
# O(N): each song enters and leaves the window at most once.
import sys
from collections import Counter


def solution(k, artists, seconds):
    songs_by = Counter()
    best = (0, 0, 0)
    time = left = 0
    for right, artist in enumerate(artists):
        songs_by[artist] += 1
        time += seconds[right]
        while len(songs_by) > k:
            songs_by[artists[left]] -= 1
            if songs_by[artists[left]] == 0:
                del songs_by[artists[left]]
            time -= seconds[left]
            left += 1
        if time > best[0]:
            best = (time, left + 1, right + 1)
    return best


def main():
    n, k, *words = sys.stdin.read().split()
    n = int(n)
    print(*solution(int(k), words[:n], list(map(int, words[n:]))))


main()
