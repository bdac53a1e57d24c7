// Wrong: the prefix includes the offer's own level, so she moves between equal levels.
// O(N log N).
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<int> level(n), satisfaction(n);
    for (int i = 0; i < n; ++i) std::cin >> level[i] >> satisfaction[i];

    std::vector<int> sorted = level;
    std::sort(sorted.begin(), sorted.end());

    std::vector<long long> tree(n + 1, 0);
    auto query = [&](int last) {
        long long greatest = 0;
        for (int i = last; i > 0; i -= i & -i) greatest = std::max(greatest, tree[i]);
        return greatest;
    };
    for (int i = 0; i < n; ++i) {
        int rank = static_cast<int>(std::upper_bound(sorted.begin(), sorted.end(), level[i]) - sorted.begin());
        long long best = query(rank) + satisfaction[i];
        for (int j = rank; j <= n; j += j & -j) tree[j] = std::max(tree[j], best);
    }
    std::cout << query(n) << '\n';
}
