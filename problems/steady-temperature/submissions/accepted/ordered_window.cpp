// Two pointers; an ordered multiset holds the temperatures of the window.
// O(N log N).
#include <iostream>
#include <set>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    long long limit;
    std::cin >> n >> limit;
    std::vector<long long> temperature(n);
    for (long long& value : temperature) std::cin >> value;

    std::multiset<long long> window;
    int left = 0, best_length = 0, best_start = 0;
    for (int right = 0; right < n; ++right) {
        window.insert(temperature[right]);
        while (*window.rbegin() - *window.begin() > limit) {
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
