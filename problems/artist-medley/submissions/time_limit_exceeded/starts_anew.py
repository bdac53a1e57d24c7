# Right but too slow: starts anew at each song and goes on as long as there are at most K artists.
# O(N^2).
import sys


def solution(k, artists, seconds):
    best = (0, 0, 0)
    for left in range(len(artists)):
        heard = set()
        time = 0
        for right in range(left, len(artists)):
            heard.add(artists[right])
            if len(heard) > k:
                break
            time += seconds[right]
            if time > best[0]:
                best = (time, left + 1, right + 1)
    return best


def main():
    n, k, *words = sys.stdin.read().split()
    n = int(n)
    print(*solution(int(k), words[:n], list(map(int, words[n:]))))


main()
