// Wrong: keeps distances in 32 bits.
// O(N).
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, m;
    unsigned new_length;
    std::cin >> n >> m >> new_length;
    std::vector<std::vector<std::pair<int, int>>> tunnels(n + 1);
    while (m-- > 0) {
        int u, v, w;
        std::cin >> u >> v >> w;
        tunnels[u].push_back({v, w});
        tunnels[v].push_back({u, w});
    }

    std::vector<int> parent(n + 1, -1);
    std::vector<unsigned> above(n + 1), first(n + 1), second(n + 1), up(n + 1);
    unsigned answer = 0, joined = new_length;
    for (int root = 1; root <= n; ++root) {
        if (parent[root] != -1) continue;
        parent[root] = 0;
        std::vector<int> order{root};
        for (std::size_t i = 0; i < order.size(); ++i) {
            int here = order[i];
            for (auto [near, w] : tunnels[here]) {
                if (near == parent[here]) continue;
                parent[near] = here;
                above[near] = w;
                order.push_back(near);
            }
        }
        for (std::size_t i = order.size(); i-- > 1;) {
            int here = order[i], p = parent[here];
            unsigned way = first[here] + above[here];
            if (way > first[p]) {
                second[p] = first[p];
                first[p] = way;
            } else {
                second[p] = std::max(second[p], way);
            }
        }
        unsigned diameter = 0, radius = first[root];
        for (int here : order) {
            if (here != root) {
                int p = parent[here];
                bool longest_passes_here = first[p] == first[here] + above[here];
                up[here] = above[here] + std::max(up[p], longest_passes_here ? second[p] : first[p]);
            }
            unsigned eccentricity = std::max(first[here], up[here]);
            diameter = std::max(diameter, eccentricity);
            radius = std::min(radius, eccentricity);
        }
        answer = std::max(answer, diameter);
        joined += radius;
    }
    std::cout << std::max(answer, joined) << '\n';
}
