// Wrong: drops repeated (user, keyword) pairs before folding the case, so a user
// who typed both "Mouse" and "mouse" is counted twice.
// O(N log N).
#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

int main() {
    int n, k;
    std::cin >> n >> k;

    std::set<std::pair<std::string, std::string>> pairs;
    std::string user, keyword;
    for (int i = 0; i < n; ++i) {
        std::cin >> user >> keyword;
        pairs.insert({user, keyword});
    }

    std::map<std::string, int> count;
    for (auto [who, word] : pairs) {
        for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        ++count[word];
    }

    std::vector<std::pair<int, std::string>> ranking;
    for (const auto& [word, people] : count) ranking.emplace_back(-people, word);
    std::sort(ranking.begin(), ranking.end());
    for (int i = 0; i < k && i < static_cast<int>(ranking.size()); ++i) {
        std::cout << ranking[i].second << ' ' << -ranking[i].first << '\n';
    }
}
