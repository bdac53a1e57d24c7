// Wrong: takes an order for possible as soon as one of its predecessors is baked.
// O(2^N * N).
#include <algorithm>
#include <climits>
#include <iostream>
#include <vector>

int main() {
    int n, m;
    std::cin >> n >> m;
    std::vector<int> minutes(n), promised(n), fine(n), needed(n);
    for (int i = 0; i < n; ++i) std::cin >> minutes[i] >> promised[i] >> fine[i];
    while (m-- > 0) {
        int u, v;
        std::cin >> u >> v;
        needed[v - 1] |= 1 << (u - 1);
    }

    std::vector<int> best(1 << n, INT_MAX);
    best[0] = 0;
    for (int mask = 0; mask < 1 << n; ++mask) {
        if (best[mask] == INT_MAX) continue;
        int now = 0;
        for (int i = 0; i < n; ++i) {
            if (mask >> i & 1) now += minutes[i];
        }
        for (int i = 0; i < n; ++i) {
            if (mask >> i & 1 || (needed[i] != 0 && (mask & needed[i]) == 0)) continue;
            int penalty = fine[i] * std::max(0, now + minutes[i] - promised[i]);
            int& following = best[mask | 1 << i];
            following = std::min(following, best[mask] + penalty);
        }
    }
    std::cout << best.back() << '\n';
}
