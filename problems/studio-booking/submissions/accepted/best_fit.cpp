// Takes the requests by their ends and puts each one into the studio that has been ready for the shortest time.
// The moments at which studios become ready are kept in a multiset.
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
    std::vector<std::pair<int, int>> requests(n);  // end, start
    for (auto& [end, start] : requests) std::cin >> start >> end;
    std::sort(requests.begin(), requests.end());

    std::multiset<int> ready;
    for (int studio = 0; studio < k; studio++) ready.insert(0);

    int granted = 0;
    for (auto [end, start] : requests) {
        auto after = ready.upper_bound(start);
        if (after == ready.begin()) continue;
        ready.erase(std::prev(after));
        ready.insert(end + cleaning);
        granted++;
    }
    std::cout << granted << '\n';
}
