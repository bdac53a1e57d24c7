// Wrong: "lowest + limit" leaves the range of 32 bits.
// O(N log N).
#include <cstdint>
#include <iostream>
#include <set>
#include <vector>

int main() {
    int n;
    std::uint32_t limit;
    std::cin >> n >> limit;
    std::vector<std::int32_t> temperature(n);
    for (auto& value : temperature) std::cin >> value;

    std::multiset<std::int32_t> window;
    int left = 0, best_length = 0, best_start = 0;
    for (int right = 0; right < n; ++right) {
        window.insert(temperature[right]);
        while (!window.empty() &&
               *window.rbegin() > static_cast<std::int32_t>(static_cast<std::uint32_t>(*window.begin()) + limit)) {
            window.erase(window.find(temperature[left]));
            ++left;
        }
        if (right - left + 1 > best_length) {
            best_length = right - left + 1;
            best_start = left;
        }
    }
    std::cout << best_length << ' ' << best_start + 1 << '\n';
}
