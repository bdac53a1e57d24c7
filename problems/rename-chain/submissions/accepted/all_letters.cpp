// Breadth-first search; tries all 26 letters at each position and all swaps of neighbours.
// O(26 * N * L) look-ups in a hash set.
#include <iostream>
#include <queue>
#include <string>
#include <unordered_set>
#include <utility>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::string begin, target, name;
    std::cin >> n >> begin >> target;
    std::unordered_set<std::string> left;  // approved and not reached yet
    for (int i = 0; i < n; ++i) {
        std::cin >> name;
        left.insert(name);
    }

    std::queue<std::pair<std::string, int>> queue;
    queue.push({begin, 0});
    left.erase(begin);
    while (!queue.empty()) {
        auto [current, steps] = queue.front();
        queue.pop();
        if (current == target) {
            std::cout << steps << '\n';
            return 0;
        }
        auto visit = [&, steps = steps](const std::string& near) {
            if (left.erase(near)) queue.push({near, steps + 1});
        };
        for (std::size_t i = 0; i < current.size(); ++i) {
            char kept = current[i];
            for (char c = 'a'; c <= 'z'; ++c) {
                current[i] = c;
                visit(current);
            }
            current[i] = kept;
        }
        for (std::size_t i = 0; i + 1 < current.size(); ++i) {
            std::swap(current[i], current[i + 1]);
            visit(current);
            std::swap(current[i], current[i + 1]);
        }
    }
    std::cout << "-1\n";
}
