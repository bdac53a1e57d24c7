// Wrong: knows that b becomes q, but not that q becomes b.
// O(nm).
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string before, after;
    int attach, remove, replace, turn;
    std::cin >> before >> after >> attach >> remove >> replace >> turn;

    const std::string upright = "bdmn6", turned = "qpwu9";
    auto change = [&](char from, char to) {
        if (from == to) return 0;
        std::size_t place = upright.find(from);
        bool turns = place != std::string::npos && turned[place] == to;
        return turns ? std::min(turn, replace) : replace;
    };

    std::size_t n = before.size(), m = after.size();
    std::vector<std::vector<int>> cost(n + 1, std::vector<int>(m + 1));
    for (std::size_t i = 1; i <= n; ++i) cost[i][0] = cost[i - 1][0] + remove;
    for (std::size_t j = 1; j <= m; ++j) cost[0][j] = cost[0][j - 1] + attach;
    for (std::size_t i = 1; i <= n; ++i)
        for (std::size_t j = 1; j <= m; ++j)
            cost[i][j] = std::min({cost[i - 1][j] + remove, cost[i][j - 1] + attach,
                                   cost[i - 1][j - 1] + change(before[i - 1], after[j - 1])});
    std::cout << cost[n][m] << '\n';
}
