// Wrong: leaves out the remainder until the end, and overflows.
// O(HW).
#include <iostream>
#include <string>
#include <vector>

int main() {
    int h, w;
    std::cin >> h >> w;
    std::vector<unsigned long long> without(w + 1), with(w + 1);
    without[1] = 1;
    for (int r = 0; r < h; ++r) {
        std::string row;
        std::cin >> row;
        for (int c = 1; c <= w; ++c) {
            without[c] += without[c - 1];
            with[c] += with[c - 1];
            if (row[c - 1] == '#') without[c] = with[c] = 0;
            if (row[c - 1] == 'C') {
                with[c] += without[c];
                without[c] = 0;
            }
        }
    }
    std::cout << with[w] % 1'000'000'007 << '\n';
}
