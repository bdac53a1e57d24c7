// Wrong: forgets the time between the last job and the end of the team's hours.
// O(N log N).
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    int n, start, end, minimum;
    std::cin >> n >> start >> end >> minimum;
    std::vector<std::pair<int, int>> jobs(n);
    for (auto& [a, b] : jobs) std::cin >> a >> b;
    std::sort(jobs.begin(), jobs.end());

    int free_from = start;
    bool found = false;
    for (auto [a, b] : jobs) {
        int until = std::min(a, end);
        if (until - free_from >= minimum) {
            std::cout << free_from << ' ' << until << '\n';
            found = true;
        }
        free_from = std::max(free_from, b);
    }
    if (!found) std::cout << "-1 -1\n";
}
