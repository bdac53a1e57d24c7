// Runs the film backwards: start with the lines that stay open and open the closed ones in reverse order.
// Union-find by size with path halving joins the islands: O((N + M) log N), nearly linear.
#include <iostream>
#include <numeric>
#include <utility>
#include <vector>

class Archipelago {
public:
    explicit Archipelago(int islands) : parent_(islands + 1), size_(islands + 1, 1) {
        std::iota(parent_.begin(), parent_.end(), 0);
    }

    void open(int a, int b) {
        a = find(a);
        b = find(b);
        if (a == b) return;
        if (size_[a] < size_[b]) std::swap(a, b);
        pairs_ += static_cast<long long>(size_[a]) * size_[b];
        parent_[b] = a;
        size_[a] += size_[b];
    }

    long long pairs() const { return pairs_; }

private:
    int find(int island) {
        while (parent_[island] != island) {
            parent_[island] = parent_[parent_[island]];
            island = parent_[island];
        }
        return island;
    }

    std::vector<int> parent_;
    std::vector<int> size_;
    long long pairs_ = 0;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, m, k;
    std::cin >> n >> m >> k;
    std::vector<std::pair<int, int>> lines(m);
    for (auto& [a, b] : lines) std::cin >> a >> b;

    std::vector<int> closures(k);
    std::vector<bool> closed(m);
    for (int& line : closures) {
        std::cin >> line;
        closed[--line] = true;
    }

    Archipelago archipelago(n);
    for (int line = 0; line < m; line++) {
        if (!closed[line]) archipelago.open(lines[line].first, lines[line].second);
    }

    std::vector<long long> answers(k);
    for (int i = k - 1; i >= 0; i--) {
        answers[i] = archipelago.pairs();
        archipelago.open(lines[closures[i]].first, lines[closures[i]].second);
    }
    for (long long pairs : answers) std::cout << pairs << '\n';
}
