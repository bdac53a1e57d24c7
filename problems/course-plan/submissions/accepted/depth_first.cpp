// Depth-first search with a stack of its own, as the depth can reach N. An edge to a
// course on the current path closes a circle; reversed finishing order is a plan. O(N + M).
#include <algorithm>
#include <iostream>
#include <vector>

enum class Mark { unvisited, on_path, finished };

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, m;
    std::cin >> n >> m;
    std::vector<std::vector<int>> followers(n + 1);
    for (int i = 0; i < m; ++i) {
        int a, b;
        std::cin >> a >> b;
        followers[a].push_back(b);
    }

    std::vector<Mark> mark(n + 1, Mark::unvisited);
    std::vector<std::size_t> next_edge(n + 1, 0);
    std::vector<int> path, order;
    for (int start = 1; start <= n; ++start) {
        if (mark[start] != Mark::unvisited) continue;
        mark[start] = Mark::on_path;
        path.push_back(start);
        while (!path.empty()) {
            int course = path.back();
            if (next_edge[course] == followers[course].size()) {
                mark[course] = Mark::finished;
                order.push_back(course);
                path.pop_back();
                continue;
            }
            int follower = followers[course][next_edge[course]++];
            if (mark[follower] == Mark::on_path) {
                auto first = std::find(path.begin(), path.end(), follower);
                std::cout << "NO\n" << path.end() - first << '\n';
                for (auto it = first; it != path.end(); ++it) std::cout << *it << ' ';
                std::cout << '\n';
                return 0;
            }
            if (mark[follower] == Mark::unvisited) {
                mark[follower] = Mark::on_path;
                path.push_back(follower);
            }
        }
    }

    std::cout << "YES\n";
    for (auto it = order.rbegin(); it != order.rend(); ++it) std::cout << *it << ' ';
    std::cout << '\n';
}
