# Wrong: forgets an artist with the first song that leaves the window, though others are still in it.
# O(N): each song enters and leaves the window at most once.
import sys


def solution(k, artists, seconds):
    heard = set()
    best = (0, 0, 0)
    time = left = 0
    for right, artist in enumerate(artists):
        heard.add(artist)
        time += seconds[right]
        while len(heard) > k:
            heard.discard(artists[left])
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
