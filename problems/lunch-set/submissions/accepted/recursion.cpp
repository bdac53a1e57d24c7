// Decides dish by dish, taking it first and leaving it then, so choices come in ascending order.
// O(2^N * N) at most.
#include <iostream>
#include <vector>

int n, k, budget;
std::vector<int> price, points;
std::vector<unsigned> clashes;  // for each dish, the dishes that do not go with it, as bits

int best_points = 0, best_price = 0;
unsigned best = 0;

void choose(int dish, unsigned chosen, int count, int paid, int rated) {
    if (count == k) {
        if (rated > best_points || (rated == best_points && paid < best_price)) {
            best = chosen;
            best_points = rated;
            best_price = paid;
        }
        return;
    }
    if (count + n - dish < k) return;
    if (paid + price[dish] <= budget && (chosen & clashes[dish]) == 0) {
        choose(dish + 1, chosen | 1u << dish, count + 1, paid + price[dish], rated + points[dish]);
    }
    choose(dish + 1, chosen, count, paid, rated);
}

int main() {
    int m;
    std::cin >> n >> k >> budget >> m;
    price.resize(n);
    points.resize(n);
    clashes.resize(n);
    for (int i = 0; i < n; ++i) std::cin >> price[i] >> points[i];
    while (m-- > 0) {
        int u, v;
        std::cin >> u >> v;
        clashes[u - 1] |= 1u << (v - 1);
        clashes[v - 1] |= 1u << (u - 1);
    }
    choose(0, 0, 0, 0, 0);
    if (best == 0) {
        std::cout << "-1\n";
        return 0;
    }
    for (int i = 0; i < n; ++i) {
        if (best >> i & 1) std::cout << i + 1 << ' ';
    }
    std::cout << '\n';
}
