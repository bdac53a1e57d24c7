// Wrong: adds up the waiting times in 32 bits.
// O(N log N + N log K).
#include <algorithm>
#include <functional>
#include <iostream>
#include <queue>
#include <tuple>
#include <vector>

int main() {
    int n, k;
    std::cin >> n >> k;
    std::vector<std::tuple<int, int, int, int>> builds(n);  // time, number, priority, duration
    for (int i = 0; i < n; ++i) {
        auto& [t, number, p, d] = builds[i];
        std::cin >> t >> p >> d;
        number = i + 1;
    }
    std::sort(builds.begin(), builds.end());

    std::priority_queue<long long, std::vector<long long>, std::greater<>> free_at;
    for (int i = 0; i < k; ++i) free_at.push(0);
    std::priority_queue<std::tuple<int, int, int, int>> waiting;

    long long now = 0;
    unsigned total = 0, longest = 0;
    int longest_build = n + 1, arrived = 0;
    for (int started = 0; started < n; ++started) {
        now = std::max(now, free_at.top());
        free_at.pop();
        if (waiting.empty()) now = std::max<long long>(now, std::get<0>(builds[arrived]));
        while (arrived < n && std::get<0>(builds[arrived]) <= now) {
            auto [t, number, p, d] = builds[arrived++];
            waiting.push({p, -t, -number, d});
        }
        auto [p, t, number, d] = waiting.top();
        waiting.pop();
        free_at.push(now + d);
        unsigned wait = static_cast<unsigned>(now + t);
        total += wait;
        if (wait > longest || (wait == longest && -number < longest_build)) {
            longest = wait;
            longest_build = -number;
        }
    }
    std::cout << total << ' ' << longest << ' ' << longest_build << '\n';
}
