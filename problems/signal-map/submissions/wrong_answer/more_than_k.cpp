// Wrong: asks for more than K stations in place of at least K.
// O(HW + M + Q).
#include <iostream>
#include <vector>

int main() {
    int h, w, k, m, q;
    std::cin >> h >> w >> k >> m >> q;

    std::vector<std::vector<int>> cover(h + 2, std::vector<int>(w + 2)), stable = cover;
    int r1, c1, r2, c2;
    for (int i = 0; i < m; ++i) {
        std::cin >> r1 >> c1 >> r2 >> c2;
        ++cover[r1][c1];
        --cover[r1][c2 + 1];
        --cover[r2 + 1][c1];
        ++cover[r2 + 1][c2 + 1];
    }
    for (int r = 1; r <= h; ++r)
        for (int c = 1; c <= w; ++c) {
            cover[r][c] += cover[r - 1][c] + cover[r][c - 1] - cover[r - 1][c - 1];
            stable[r][c] = (cover[r][c] > k) + stable[r - 1][c] + stable[r][c - 1] - stable[r - 1][c - 1];
        }

    for (int i = 0; i < q; ++i) {
        std::cin >> r1 >> c1 >> r2 >> c2;
        std::cout << stable[r2][c2] - stable[r1 - 1][c2] - stable[r2][c1 - 1] + stable[r1 - 1][c1 - 1] << '\n';
    }
}
