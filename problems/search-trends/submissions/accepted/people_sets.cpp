// A hash map from each lower-case keyword to the set of people who searched for it.
// O(N) expected to read, O(D log D) to sort D different keywords.
#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, k;
    std::cin >> n >> k;

    std::unordered_map<std::string, std::unordered_set<std::string>> people;
    std::string user, keyword;
    for (int i = 0; i < n; ++i) {
        std::cin >> user >> keyword;
        for (char& c : keyword) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        people[keyword].insert(user);
    }

    // Negated counts make the natural order of pairs the wanted one.
    std::vector<std::pair<int, std::string>> ranking;
    for (const auto& [word, users] : people) ranking.emplace_back(-static_cast<int>(users.size()), word);
    std::sort(ranking.begin(), ranking.end());

    if (ranking.size() > static_cast<std::size_t>(k)) ranking.resize(k);
    for (const auto& [negated, word] : ranking) std::cout << word << ' ' << -negated << '\n';
}
