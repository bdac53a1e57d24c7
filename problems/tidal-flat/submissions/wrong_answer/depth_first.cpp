// Wrong: a depth-first search keeps the first way that it finds to a cell, which may come too late.
#include <iostream>
#include <stack>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int rows, cols, a, b;
    std::cin >> rows >> cols >> a >> b;
    std::vector<std::vector<int>> flood(rows, std::vector<int>(cols));
    for (auto& row : flood) {
        for (int& minute : row) std::cin >> minute;
    }

    std::vector<std::vector<int>> arrival(rows, std::vector<int>(cols, -1));
    std::stack<std::pair<int, int>> open;
    arrival[a - 1][b - 1] = 0;
    open.push({a - 1, b - 1});

    constexpr int dr[] = {-1, 0, 1, 0};
    constexpr int dc[] = {0, 1, 0, -1};
    while (!open.empty()) {
        auto [r, c] = open.top();
        open.pop();
        if (r == 0) {
            std::cout << arrival[r][c] << '\n';
            return 0;
        }
        int minute = arrival[r][c] + 1;
        for (int d = 0; d < 4; d++) {
            int nr = r + dr[d], nc = c + dc[d];
            if (nr < 0 || nr >= rows || nc < 0 || nc >= cols) continue;
            if (arrival[nr][nc] != -1 || minute >= flood[nr][nc]) continue;
            arrival[nr][nc] = minute;
            open.push({nr, nc});
        }
    }
    std::cout << -1 << '\n';
}
