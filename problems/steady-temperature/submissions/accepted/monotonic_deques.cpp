// Two pointers; two monotonic deques give the maximum and the minimum of the window.
// O(N): each position enters and leaves each deque at most once.
#include <deque>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    long long limit;
    std::cin >> n >> limit;
    std::vector<long long> temperature(n);
    for (long long& value : temperature) std::cin >> value;

    std::deque<int> highest, lowest;  // positions; the fronts are the extremes of the window
    int left = 0, best_length = 0, best_start = 0;
    for (int right = 0; right < n; ++right) {
        while (!highest.empty() && temperature[highest.back()] <= temperature[right]) highest.pop_back();
        highest.push_back(right);
        while (!lowest.empty() && temperature[lowest.back()] >= temperature[right]) lowest.pop_back();
        lowest.push_back(right);

        while (temperature[highest.front()] - temperature[lowest.front()] > limit) {
            ++left;
            if (highest.front() < left) highest.pop_front();
            if (lowest.front() < left) lowest.pop_front();
        }

        if (right - left + 1 > best_length) {
            best_length = right - left + 1;
            best_start = left;
        }
    }
    std::cout << best_length << ' ' << best_start + 1 << '\n';
}
