// Wrong: counts the ways in 32 bits.
// O(N) on average.
#include <iostream>
#include <unordered_map>

int main() {
    int n, amount;
    std::cin >> n >> amount;

    std::unordered_map<int, unsigned> seen;
    unsigned ways = 0;
    for (int i = 0; i < n; ++i) {
        int price;
        std::cin >> price;
        if (seen.count(amount - price)) ways += seen[amount - price];
        ++seen[price];
    }
    std::cout << static_cast<int>(ways) << '\n';
}
