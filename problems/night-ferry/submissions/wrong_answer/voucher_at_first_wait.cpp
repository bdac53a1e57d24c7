// Wrong: greedy, uses a voucher whenever it would have to wait and one is left.
// O(M log N).
#include <functional>
#include <iostream>
#include <queue>
#include <tuple>
#include <vector>

struct Route {
    int target;
    long long crossing, period;
};

int main() {
    int n, m, k;
    std::cin >> n >> m >> k;
    std::vector<std::vector<Route>> routes(n + 1);
    for (int i = 0; i < m; ++i) {
        int u, v;
        long long crossing, period;
        std::cin >> u >> v >> crossing >> period;
        routes[u].push_back({v, crossing, period});
        routes[v].push_back({u, crossing, period});
    }

    using State = std::tuple<long long, int, int>;  // time, vouchers used, island
    std::priority_queue<State, std::vector<State>, std::greater<>> queue;
    std::vector<bool> visited(n + 1, false);
    queue.push({0, 0, 1});
    while (!queue.empty()) {
        auto [now, used, island] = queue.top();
        queue.pop();
        if (visited[island]) continue;
        visited[island] = true;
        if (island == n) {
            std::cout << now << '\n';
            return 0;
        }
        for (const Route& route : routes[island]) {
            bool waits = now % route.period != 0;
            if (waits && used < k) {
                queue.push({now + route.crossing, used + 1, route.target});
            } else {
                long long departure = (now + route.period - 1) / route.period * route.period;
                queue.push({departure + route.crossing, used, route.target});
            }
        }
    }
    std::cout << -1 << '\n';
}
