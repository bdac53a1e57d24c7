// A map from the sorted letters of a word to the set of words that have them.
// O(N (L log L + L log N)) for words of L letters.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::cin >> n;
    std::map<std::string, std::set<std::string>> kits;
    std::string word;
    for (int i = 0; i < n; ++i) {
        std::cin >> word;
        std::string letters = word;
        std::sort(letters.begin(), letters.end());
        kits[letters].insert(word);
    }

    const std::set<std::string>* best = nullptr;
    for (const auto& [letters, words] : kits) {
        bool larger = best == nullptr || words.size() > best->size();
        if (larger || (words.size() == best->size() && *words.begin() < *best->begin())) best = &words;
    }
    for (const std::string& each : *best) std::cout << each << '\n';
}
