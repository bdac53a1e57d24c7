// A hash map counts the prices seen so far; each good looks for its partner among them.
// O(N) on average.
#include <iostream>
#include <unordered_map>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, amount;
    std::cin >> n >> amount;

    std::unordered_map<int, int> seen;
    long long ways = 0;
    for (int i = 0; i < n; ++i) {
        int price;
        std::cin >> price;
        auto partners = seen.find(amount - price);
        if (partners != seen.end()) ways += partners->second;
        ++seen[price];
    }
    std::cout << ways << '\n';
}
