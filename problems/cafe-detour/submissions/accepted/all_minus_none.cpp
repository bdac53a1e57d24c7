// All ways, less the ways in a town where the cafes are closed.
// O(HW).
#include <iostream>
#include <string>
#include <vector>

const int kModulus = 1'000'000'007;

int ways(const std::vector<std::string>& streets, const std::string& closed) {
    std::vector<int> to(streets[0].size());
    to[0] = 1;
    for (const std::string& row : streets)
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (closed.find(row[c]) != std::string::npos) {
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

    int difference = ways(streets, "#") - ways(streets, "#C");
    std::cout << (difference + kModulus) % kModulus << '\n';
}
