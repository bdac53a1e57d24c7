// Goes through the day by starts and lets everybody in; when there are too many, the one whose time ends last
// has to go. Nothing speaks for keeping that one, since it blocks a studio for longer than the others.
// O(N log N).
#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, k, cleaning;
    std::cin >> n >> k >> cleaning;
    std::vector<std::pair<int, int>> requests(n);  // start, end
    for (auto& [start, end] : requests) std::cin >> start >> end;
    std::sort(requests.begin(), requests.end());

    std::multiset<int> busy_until;  // cleaning included
    int granted = 0;
    for (auto [start, end] : requests) {
        while (!busy_until.empty() && *busy_until.begin() <= start) {
            busy_until.erase(busy_until.begin());
            granted++;
        }
        busy_until.insert(end + cleaning);
        if (static_cast<int>(busy_until.size()) > k) busy_until.erase(std::prev(busy_until.end()));
    }
    std::cout << granted + busy_until.size() << '\n';
}
