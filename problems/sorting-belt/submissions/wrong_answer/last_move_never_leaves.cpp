// Wrong: takes a parcel away with its T-th move even if that move crosses the border.
#include <iostream>
#include <string>
#include <vector>

const std::string BELTS = "^>v<";
const std::string SIDES = "URDL";
constexpr int DR[] = {-1, 0, 1, 0};
constexpr int DC[] = {0, 1, 0, -1};

struct Cell {
    int direction;
    bool turns;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int rows, cols, limit;
    std::cin >> rows >> cols >> limit;
    std::vector<std::vector<Cell>> floor(rows);
    for (auto& row : floor) {
        std::string text;
        std::cin >> text;
        for (char symbol : text) {
            bool turns = SIDES.find(symbol) != std::string::npos;
            row.push_back({static_cast<int>((turns ? SIDES : BELTS).find(symbol)), turns});
        }
    }

    int parcels;
    std::cin >> parcels;
    while (parcels-- > 0) {
        int r, c;
        std::cin >> r >> c;
        r--, c--;

        bool gone = false;
        for (int move = 1; move < limit && !gone; move++) {
            Cell& cell = floor[r][c];
            int d = cell.direction;
            if (cell.turns) cell.direction = (d + 1) % 4;

            int next_r = r + DR[d], next_c = c + DC[d];
            gone = next_r < 0 || next_r >= rows || next_c < 0 || next_c >= cols;
            if (gone) {
                std::cout << SIDES[d] << ' ' << (DC[d] == 0 ? c : r) + 1 << ' ' << move << '\n';
            } else {
                r = next_r;
                c = next_c;
            }
        }
        if (!gone) {
            // The last move, after which the parcel is taken away wherever it is.
            Cell& cell = floor[r][c];
            int d = cell.direction;
            if (cell.turns) cell.direction = (d + 1) % 4;
            r += DR[d];
            c += DC[d];
            std::cout << "X " << r + 1 << ' ' << c + 1 << '\n';
        }
    }
}
