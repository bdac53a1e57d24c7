// Wrong: keeps the times in 32 bits.
// O(MK log(NK)).
#include <cstdint>
#include <functional>
#include <iostream>
#include <limits>
#include <queue>
#include <tuple>
#include <vector>

using Time = std::uint32_t;

struct Route {
    int target;
    Time crossing, period;
};

int main() {
    int n, m, k;
    std::cin >> n >> m >> k;
    std::vector<std::vector<Route>> routes(n + 1);
    for (int i = 0; i < m; ++i) {
        int u, v;
        Time crossing, period;
        std::cin >> u >> v >> crossing >> period;
        routes[u].push_back({v, crossing, period});
        routes[v].push_back({u, crossing, period});
    }

    const Time never = std::numeric_limits<Time>::max();
    std::vector<std::vector<Time>> earliest(k + 1, std::vector<Time>(n + 1, never));
    using State = std::tuple<Time, int, int>;
    std::priority_queue<State, std::vector<State>, std::greater<>> queue;
    auto arrive = [&](Time time, int used, int island) {
        if (time >= earliest[used][island]) return;
        earliest[used][island] = time;
        queue.push({time, used, island});
    };

    arrive(0, 0, 1);
    while (!queue.empty()) {
        auto [now, used, island] = queue.top();
        queue.pop();
        if (island == n) {
            std::cout << now << '\n';
            return 0;
        }
        if (now > earliest[used][island]) continue;
        for (const Route& route : routes[island]) {
            Time departure = (now / route.period + (now % route.period != 0)) * route.period;
            arrive(departure + route.crossing, used, route.target);
            if (used < k) arrive(now + route.crossing, used + 1, route.target);
        }
    }
    std::cout << -1 << '\n';
}
