// A difference array gives the stations over each block, 2D prefix sums count the stable blocks.
// O(HW + M + Q).
#include <iostream>
#include <vector>

using Table = std::vector<std::vector<int>>;

// Turns a table into its own 2D prefix sums; row 0 and column 0 stay as they are.
void accumulate(Table& table) {
    for (std::size_t r = 1; r < table.size(); ++r)
        for (std::size_t c = 1; c < table[r].size(); ++c)
            table[r][c] += table[r - 1][c] + table[r][c - 1] - table[r - 1][c - 1];
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int h, w, k, m, q;
    std::cin >> h >> w >> k >> m >> q;

    Table cover(h + 2, std::vector<int>(w + 2));
    int r1, c1, r2, c2;
    for (int i = 0; i < m; ++i) {
        std::cin >> r1 >> c1 >> r2 >> c2;
        ++cover[r1][c1];
        --cover[r1][c2 + 1];
        --cover[r2 + 1][c1];
        ++cover[r2 + 1][c2 + 1];
    }
    accumulate(cover);

    Table stable(h + 1, std::vector<int>(w + 1));
    for (int r = 1; r <= h; ++r)
        for (int c = 1; c <= w; ++c) stable[r][c] = cover[r][c] >= k;
    accumulate(stable);

    for (int i = 0; i < q; ++i) {
        std::cin >> r1 >> c1 >> r2 >> c2;
        std::cout << stable[r2][c2] - stable[r1 - 1][c2] - stable[r2][c1 - 1] + stable[r1 - 1][c1 - 1] << '\n';
    }
}
