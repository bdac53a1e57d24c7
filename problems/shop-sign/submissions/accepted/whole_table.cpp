// Edit distance with prices, over the whole table.
// O(nm) for texts of n and m characters.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string before, after;
    int attach, remove, replace, turn;
    std::cin >> before >> after >> attach >> remove >> replace >> turn;

    const std::string upright = "bqdpmwnu69", turned = "qbpdwmun96";
    auto change = [&](char from, char to) {
        if (from == to) return 0;
        std::size_t place = upright.find(from);
        bool turns = place != std::string::npos && turned[place] == to;
        return turns ? std::min(turn, replace) : replace;
    };

    std::size_t n = before.size(), m = after.size();
    std::vector<std::vector<int>> cost(n + 1, std::vector<int>(m + 1));
    for (std::size_t i = 0; i <= n; ++i)
        for (std::size_t j = 0; j <= m; ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<int>(i) * remove + static_cast<int>(j) * attach;
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + remove, cost[i][j - 1] + attach,
                                   cost[i - 1][j - 1] + change(before[i - 1], after[j - 1])});
        }
    std::cout << cost[n][m] << '\n';
}
