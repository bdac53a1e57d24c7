// Wrong but for K = 1 (30 points): puts each request into the studio that has been ready for the longest time,
// which wastes the studio that a request with an earlier start would need.
#include <algorithm>
#include <functional>
#include <iostream>
#include <queue>
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

    std::priority_queue<int, std::vector<int>, std::greater<int>> ready;
    for (int studio = 0; studio < k; studio++) ready.push(0);

    int granted = 0;
    for (auto [end, start] : requests) {
        if (ready.top() > start) continue;
        ready.pop();
        ready.push(end + cleaning);
        granted++;
    }
    std::cout << granted << '\n';
}
