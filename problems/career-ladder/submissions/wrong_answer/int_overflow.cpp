// Wrong: keeps the sums in 32 bits.
// O(N log N).
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::int32_t> level(n), satisfaction(n);
    for (int i = 0; i < n; ++i) std::cin >> level[i] >> satisfaction[i];

    std::vector<std::int32_t> sorted = level;
    std::sort(sorted.begin(), sorted.end());

    std::vector<std::int32_t> tree(n + 1, 0);
    auto query = [&](int last) {
        std::int32_t greatest = 0;
        for (int i = last; i > 0; i -= i & -i) greatest = std::max(greatest, tree[i]);
        return greatest;
    };
    for (int i = 0; i < n; ++i) {
        int lower = static_cast<int>(std::lower_bound(sorted.begin(), sorted.end(), level[i]) - sorted.begin());
        auto best = static_cast<std::int32_t>(static_cast<std::uint32_t>(query(lower)) +
                                              static_cast<std::uint32_t>(satisfaction[i]));
        for (int j = lower + 1; j <= n; j += j & -j) tree[j] = std::max(tree[j], best);
    }
    std::cout << query(n) << '\n';
}
