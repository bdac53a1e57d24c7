// Wrong: swaps any two letters, not only neighbours.
// O(N * (26 * L + L^2)).
#include <iostream>
#include <queue>
#include <string>
#include <unordered_set>
#include <utility>

int main() {
    int n;
    std::string begin, target, name;
    std::cin >> n >> begin >> target;
    std::unordered_set<std::string> left;
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
        for (std::size_t i = 0; i < current.size(); ++i) {
            std::string near = current;
            for (char c = 'a'; c <= 'z'; ++c) {
                near[i] = c;
                if (left.erase(near)) queue.push({near, steps + 1});
            }
            for (std::size_t j = 0; j < i; ++j) {
                near = current;
                std::swap(near[i], near[j]);
                if (left.erase(near)) queue.push({near, steps + 1});
            }
        }
    }
    std::cout << "-1\n";
}
