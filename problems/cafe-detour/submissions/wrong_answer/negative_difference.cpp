// Wrong: the difference of two remainders may be negative.
// O(HW).
#include <iostream>
#include <string>
#include <vector>

const int kModulus = 1'000'000'007;

int ways(const std::vector<std::string>& streets, bool cafes_closed) {
    std::vector<int> to(streets[0].size());
    to[0] = 1;
    for (const std::string& row : streets)
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (row[c] == '#' || (cafes_closed && row[c] == 'C')) {
                to[c] = 0;
            } else if (c > 0) {
                to[c] = (to[c] + to[c - 1]) % kModulus;
            }
        }
    return to.back();
}

int main() {
    int h, w;
    std::cin >> h >> w;
    std::vector<std::string> streets(h);
    for (std::string& row : streets) std::cin >> row;
    std::cout << (ways(streets, false) - ways(streets, true)) % kModulus << '\n';
}
