// Floyd-Warshall, then the least (longest journey, sum of journeys, number) over all cafés.
// O(N^3 + N * K).
#include <algorithm>
#include <iostream>
#include <tuple>
#include <vector>

const int INFINITE = 1'000'000'000;  // two of them still fit in an int

int main() {
    int n, m, k;
    std::cin >> n >> m >> k;
    std::vector<std::vector<int>> dist(n, std::vector<int>(n, INFINITE));
    for (int i = 0; i < n; ++i) dist[i][i] = 0;
    while (m-- > 0) {
        int u, v, minutes;
        std::cin >> u >> v >> minutes;
        dist[u - 1][v - 1] = std::min(dist[u - 1][v - 1], minutes);
    }
    std::vector<int> homes(k);
    for (int& home : homes) {
        std::cin >> home;
        --home;
    }

    for (int stop = 0; stop < n; ++stop) {
        for (int i = 0; i < n; ++i) {
            for (int j = 0; j < n; ++j) {
                dist[i][j] = std::min(dist[i][j], dist[i][stop] + dist[stop][j]);
            }
        }
    }

    std::tuple<int, int, int> best{INFINITE, 0, 0};
    for (int cafe = 0; cafe < n; ++cafe) {
        int longest = 0;
        long long total = 0;
        for (int home : homes) {
            int journey = dist[home][cafe] + dist[cafe][home];
            longest = std::max(longest, journey);
            total += journey;
        }
        if (longest < INFINITE) best = std::min(best, {longest, static_cast<int>(total), cafe + 1});
    }
    auto [longest, total, cafe] = best;
    if (cafe == 0) {
        std::cout << "-1\n";
    } else {
        std::cout << cafe << ' ' << longest << ' ' << total << '\n';
    }
}
