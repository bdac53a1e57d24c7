// Wrong: adds up the moves of a belt in 32 bits.
// O(HW + Q).
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int h, w, q;
    std::cin >> h >> w >> q;
    std::vector<std::vector<int>> plates(h, std::vector<int>(w));
    for (auto& row : plates)
        for (int& plate : row) std::cin >> plate;

    std::vector<unsigned> moves(std::min(h, w) / 2);
    for (int i = 0; i < q; ++i) {
        int belt, squares;
        std::cin >> belt >> squares;
        moves[belt - 1] += static_cast<unsigned>(squares);
    }

    for (int belt = 0; belt < static_cast<int>(moves.size()); ++belt) {
        int bottom = h - 1 - belt, right = w - 1 - belt;
        std::vector<int*> squares;
        for (int c = belt; c < right; ++c) squares.push_back(&plates[belt][c]);
        for (int r = belt; r < bottom; ++r) squares.push_back(&plates[r][right]);
        for (int c = right; c > belt; --c) squares.push_back(&plates[bottom][c]);
        for (int r = bottom; r > belt; --r) squares.push_back(&plates[r][belt]);

        std::vector<int> before;
        for (int* plate : squares) before.push_back(*plate);
        int length = static_cast<int>(squares.size());
        int shift = (static_cast<int>(moves[belt]) % length + length) % length;
        for (int i = 0; i < length; ++i) *squares[(i + shift) % length] = before[i];
    }

    for (const auto& row : plates) {
        for (int plate : row) std::cout << plate << ' ';
        std::cout << '\n';
    }
}
