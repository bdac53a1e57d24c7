// Wrong: forgets how often a letter is needed, so "ab" and "aab" share a kit.
// O(N L log L).
#include <iostream>
#include <map>
#include <set>
#include <string>

int main() {
    int n;
    std::cin >> n;
    std::map<std::set<char>, std::set<std::string>> kits;
    std::string word;
    for (int i = 0; i < n; ++i) {
        std::cin >> word;
        kits[std::set<char>(word.begin(), word.end())].insert(word);
    }

    std::set<std::string> best;
    for (const auto& [letters, words] : kits) {
        bool tied = words.size() == best.size();
        if (words.size() > best.size() || (tied && *words.begin() < *best.begin())) best = words;
    }
    for (const std::string& each : best) std::cout << each << '\n';
}
