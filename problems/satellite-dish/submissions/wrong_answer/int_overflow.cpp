// Wrong: adds up the cost in 32 bits.
// O((N + M) log(N + M)).
#include <algorithm>
#include <array>
#include <iostream>
#include <numeric>
#include <vector>

std::vector<int> parent;

int find(int vertex) {
    while (parent[vertex] != vertex) vertex = parent[vertex] = parent[parent[vertex]];
    return vertex;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, m;
    std::cin >> n >> m;
    std::vector<std::array<int, 4>> edges;  // cost, 1 for a dish, two ends
    for (int hut = 1; hut <= n; ++hut) {
        int cost;
        std::cin >> cost;
        edges.push_back({cost, 1, 0, hut});
    }
    for (int i = 0; i < m; ++i) {
        int u, v, cost;
        std::cin >> u >> v >> cost;
        edges.push_back({cost, 0, u, v});
    }
    std::sort(edges.begin(), edges.end());

    parent.resize(n + 1);
    std::iota(parent.begin(), parent.end(), 0);
    unsigned total = 0;
    int dishes = 0;
    for (auto [cost, is_dish, u, v] : edges) {
        int a = find(u), b = find(v);
        if (a == b) continue;
        parent[a] = b;
        total += cost;
        dishes += is_dish;
    }
    std::cout << static_cast<int>(total) << ' ' << dishes << '\n';
}
