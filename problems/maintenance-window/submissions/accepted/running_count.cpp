// A sweep over all starts and ends that counts the jobs running.
// O(N log N).
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, start, end, minimum;
    std::cin >> n >> start >> end >> minimum;

    // The time before S and after E counts as a job, too. Starts sort before ends at the same time,
    // so that no window of length 0 appears.
    std::vector<std::pair<int, int>> events = {{-1, -1}, {start, 1}, {end, -1}, {1'000'000'001, 1}};
    for (int i = 0; i < n; ++i) {
        int a, b;
        std::cin >> a >> b;
        events.push_back({a, -1});
        events.push_back({b, 1});
    }
    std::sort(events.begin(), events.end());

    int running = 0, free_since = -1;
    bool found = false;
    for (auto [time, change] : events) {
        if (running == 0 && change == -1 && free_since >= 0 && time - free_since >= minimum) {
            std::cout << free_since << ' ' << time << '\n';
            found = true;
        }
        running -= change;
        if (running == 0) free_since = time;
    }
    if (!found) std::cout << "-1 -1\n";
}
