// Wrong: hands the best branch of a village down even to the child in that very branch, where the road
// between the two is seen from the wrong side.
#include <algorithm>
#include <iostream>
#include <vector>

using Money = long long;

struct Road {
    int to;
    int toll;
};

struct Village {
    std::vector<Road> roads;
    int parent = 0;
    int toll_up = 0;
    Money parcels = 0;  // in the whole subtree, after the first pass
    Money branch = 0;   // best saving on the road to the parent or below
    Money best = 0;     // the greatest branch among the children
    Money outside = 0;  // best saving on a road outside the subtree, seen from this village
    Money tolls = 0;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::cin >> n;
    std::vector<Village> villages(n + 1);
    Money total = 0;
    for (int v = 1; v <= n; v++) {
        std::cin >> villages[v].parcels;
        total += villages[v].parcels;
    }
    for (int i = 1; i < n; i++) {
        int u, v, toll;
        std::cin >> u >> v >> toll;
        villages[u].roads.push_back({v, toll});
        villages[v].roads.push_back({u, toll});
    }

    // Parents precede their children; recursion could be as deep as N.
    std::vector<int> order = {1};
    order.reserve(n);
    for (int i = 0; i < static_cast<int>(order.size()); i++) {
        int v = order[i];
        for (auto [to, toll] : villages[v].roads) {
            if (to == villages[v].parent) continue;
            villages[to].parent = v;
            villages[to].toll_up = toll;
            order.push_back(to);
        }
    }

    for (int i = n - 1; i > 0; i--) {
        Village& child = villages[order[i]];
        Village& parent = villages[child.parent];
        Money saving = child.toll_up * child.parcels;
        villages[1].tolls += saving;
        parent.parcels += child.parcels;
        child.branch = std::max(saving, child.best);
        parent.best = std::max(parent.best, child.branch);
    }

    for (int i = 1; i < n; i++) {
        Village& child = villages[order[i]];
        const Village& parent = villages[child.parent];
        Money parcels_outside = total - child.parcels;
        child.tolls = parent.tolls + child.toll_up * (parcels_outside - child.parcels);
        child.outside = std::max({parent.outside, parent.best, child.toll_up * parcels_outside});
    }

    for (int v = 1; v <= n; v++) {
        std::cout << villages[v].tolls - std::max(villages[v].best, villages[v].outside) << '\n';
    }
}
