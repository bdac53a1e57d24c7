// Dijkstra over (island, vouchers used). Arriving earlier never hurts, so the waiting
// for a ferry can simply be part of the cost. O(MK log(NK)).
#include <cstdint>
#include <functional>
#include <iostream>
#include <limits>
#include <queue>
#include <tuple>
#include <vector>

using Time = std::int64_t;
constexpr Time kNever = std::numeric_limits<Time>::max();

struct Route {
    int target;
    Time crossing, period;
};

Time earliest_arrival(const std::vector<std::vector<Route>>& routes, int vouchers) {
    int n = static_cast<int>(routes.size()) - 1;
    std::vector<std::vector<Time>> earliest(vouchers + 1, std::vector<Time>(n + 1, kNever));

    using State = std::tuple<Time, int, int>;  // time, vouchers used, island
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
        if (island == n) return now;
        if (now > earliest[used][island]) continue;  // an earlier arrival has been handled
        for (const Route& route : routes[island]) {
            Time departure = (now + route.period - 1) / route.period * route.period;
            arrive(departure + route.crossing, used, route.target);
            if (used < vouchers) arrive(now + route.crossing, used + 1, route.target);
        }
    }
    return -1;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

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
    std::cout << earliest_arrival(routes, k) << '\n';
}
