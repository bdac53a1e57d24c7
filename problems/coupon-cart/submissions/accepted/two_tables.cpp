// 0/1 knapsack with two tables, for the coupon unused and used; points run downwards.
// O(NB).
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n, budget;
    std::cin >> n >> budget;

    std::vector<int> unused(budget + 1), used(budget + 1);
    for (int i = 0; i < n; ++i) {
        int price, joy;
        std::cin >> price >> joy;
        for (int b = budget; b >= price / 2; --b) {
            used[b] = std::max(used[b], unused[b - price / 2] + joy);
            if (b < price) continue;
            used[b] = std::max(used[b], used[b - price] + joy);
            unused[b] = std::max(unused[b], unused[b - price] + joy);
        }
    }
    std::cout << std::max(used[budget], unused[budget]) << '\n';
}
