// One heap says when each runner becomes idle, another which waiting build is next.
// O(N log N + N log K).
#include <algorithm>
#include <functional>
#include <iostream>
#include <numeric>
#include <queue>
#include <tuple>
#include <vector>

struct Build {
    long long submitted;
    int priority, duration;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, k;
    std::cin >> n >> k;
    std::vector<Build> builds(n);
    for (Build& b : builds) std::cin >> b.submitted >> b.priority >> b.duration;

    std::vector<int> by_time(n);
    std::iota(by_time.begin(), by_time.end(), 0);
    std::stable_sort(by_time.begin(), by_time.end(),
                     [&](int a, int b) { return builds[a].submitted < builds[b].submitted; });

    std::priority_queue<long long, std::vector<long long>, std::greater<>> free_at;
    for (int runner = 0; runner < k; ++runner) free_at.push(0);

    // The greatest tuple is next: high priority, early submission, small number.
    std::priority_queue<std::tuple<int, long long, int>> waiting;

    long long now = 0, total = 0, longest = -1;
    int longest_build = -1, arrived = 0;
    for (int started = 0; started < n; ++started) {
        now = std::max(now, free_at.top());
        free_at.pop();
        if (waiting.empty()) now = std::max(now, builds[by_time[arrived]].submitted);
        while (arrived < n && builds[by_time[arrived]].submitted <= now) {
            int i = by_time[arrived++];
            waiting.push({builds[i].priority, -builds[i].submitted, -i});
        }

        int i = -std::get<2>(waiting.top());
        waiting.pop();
        free_at.push(now + builds[i].duration);

        long long wait = now - builds[i].submitted;
        total += wait;
        if (wait > longest || (wait == longest && i < longest_build)) {
            longest = wait;
            longest_build = i;
        }
    }
    std::cout << total << ' ' << longest << ' ' << longest_build + 1 << '\n';
}
