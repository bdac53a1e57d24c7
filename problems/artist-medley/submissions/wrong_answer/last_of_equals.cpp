// Wrong: of several longest medleys finds the last one.
// O(N) expected: each song enters and leaves the window at most once.
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, k;
    std::cin >> n >> k;
    std::vector<std::string> artists(n);
    std::vector<int> seconds(n);
    for (auto& artist : artists) std::cin >> artist;
    for (auto& length : seconds) std::cin >> length;

    std::unordered_map<std::string, int> songs_by;
    int best = 0, first = 0, last = 0, time = 0, left = 0;
    for (int right = 0; right < n; ++right) {
        ++songs_by[artists[right]];
        time += seconds[right];
        for (; static_cast<int>(songs_by.size()) > k; ++left) {
            auto entry = songs_by.find(artists[left]);
            if (--entry->second == 0) songs_by.erase(entry);
            time -= seconds[left];
        }
        if (time >= best) {
            best = time;
            first = left + 1;
            last = right + 1;
        }
    }
    std::cout << best << ' ' << first << ' ' << last << '\n';
}
