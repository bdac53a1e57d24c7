// The greatest sum for every (taken columns, column one row up, column two rows up).
// O(2^N N^3).
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::vector<int>> brightness(n, std::vector<int>(n));
    for (auto& row : brightness)
        for (int& b : row) std::cin >> b;

    // Columns are counted from 2, so that 2 - 2 = 0 and 10 + 1 + 2 can stand for "no light".
    const int none = 20, side = 21;
    auto at = [&](int taken, int one_up, int two_up) { return (taken * side + one_up) * side + two_up; };
    std::vector<int> sum((1 << n) * side * side, -1);
    sum[at(0, none, none)] = 0;

    int best = -1;
    for (int taken = 0; taken < 1 << n; ++taken) {
        int row = __builtin_popcount(taken);
        for (int one_up = 0; one_up < side; ++one_up)
            for (int two_up = 0; two_up < side; ++two_up) {
                int total = sum[at(taken, one_up, two_up)];
                if (total < 0) continue;
                if (row == n) {
                    best = std::max(best, total);
                    continue;
                }
                for (int c = 0; c < n; ++c) {
                    bool interferes = std::abs(c - one_up) == 1 || std::abs(c - two_up) == 2;
                    if (taken >> c & 1 || brightness[row][c] == 0 || interferes) continue;
                    int& next = sum[at(taken | 1 << c, c, one_up)];
                    next = std::max(next, total + brightness[row][c]);
                }
            }
    }
    std::cout << best << '\n';
}
