// Wrong: looks at the row directly above, not at the one above that.
// O(N!) at the worst.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <vector>

int n, best = -1;
std::vector<std::vector<int>> brightness;

void place(int row, int taken, int above, int total) {
    if (row == n) {
        best = std::max(best, total);
        return;
    }
    for (int c = 0; c < n; ++c)
        if (brightness[row][c] > 0 && !(taken >> c & 1) && std::abs(c - above) != 1)
            place(row + 1, taken | 1 << c, c, total + brightness[row][c]);
}

int main() {
    std::cin >> n;
    brightness.assign(n, std::vector<int>(n));
    for (auto& row : brightness)
        for (int& b : row) std::cin >> b;
    place(0, 0, -9, 0);
    std::cout << best << '\n';
}
