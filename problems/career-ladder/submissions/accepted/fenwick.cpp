// best = own satisfaction + greatest best among earlier offers of a lower level;
// a Fenwick tree of prefix maxima over the ranks of the levels finds it. O(N log N).
#include <algorithm>
#include <iostream>
#include <vector>

class PrefixMaximum {
public:
    explicit PrefixMaximum(int size) : tree_(size + 1, 0) {}

    // The greatest value at positions 1 to last, at least 0.
    long long query(int last) const {
        long long greatest = 0;
        for (int i = last; i > 0; i -= i & -i) greatest = std::max(greatest, tree_[i]);
        return greatest;
    }

    void raise(int position, long long value) {
        for (int i = position; i < static_cast<int>(tree_.size()); i += i & -i) {
            tree_[i] = std::max(tree_[i], value);
        }
    }

private:
    std::vector<long long> tree_;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::cin >> n;
    std::vector<int> level(n), satisfaction(n);
    for (int i = 0; i < n; ++i) std::cin >> level[i] >> satisfaction[i];

    std::vector<int> sorted = level;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());

    PrefixMaximum best(static_cast<int>(sorted.size()));
    for (int i = 0; i < n; ++i) {
        auto lower = std::lower_bound(sorted.begin(), sorted.end(), level[i]) - sorted.begin();
        int rank = static_cast<int>(lower) + 1;
        best.raise(rank, best.query(rank - 1) + satisfaction[i]);  // strictly lower levels only
    }
    std::cout << best.query(static_cast<int>(sorted.size())) << '\n';
}
