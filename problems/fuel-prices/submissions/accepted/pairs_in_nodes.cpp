// A segment tree whose nodes hold the least pair (price, number) of their range.
// O((N + Q) log N).
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

using Station = std::pair<int, int>;  // price, number
const Station NONE{1'000'000'000, -1};

int n;
std::vector<Station> tree;

void change(int node, int low, int high, int i, int price) {
    if (low == high) {
        tree[node] = {price, i};
        return;
    }
    int middle = (low + high) / 2;
    if (i <= middle) {
        change(2 * node, low, middle, i, price);
    } else {
        change(2 * node + 1, middle + 1, high, i, price);
    }
    tree[node] = std::min(tree[2 * node], tree[2 * node + 1]);
}

Station cheapest(int node, int low, int high, int left, int right) {
    if (right < low || high < left) return NONE;
    if (left <= low && high <= right) return tree[node];
    int middle = (low + high) / 2;
    return std::min(cheapest(2 * node, low, middle, left, right),
                    cheapest(2 * node + 1, middle + 1, high, left, right));
}

int first_at_most(int node, int low, int high, int left, int price) {
    if (high < left || tree[node].first > price) return -1;
    if (low == high) return low;
    int middle = (low + high) / 2;
    int found = first_at_most(2 * node, low, middle, left, price);
    return found != -1 ? found : first_at_most(2 * node + 1, middle + 1, high, left, price);
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int q;
    std::cin >> n >> q;
    tree.assign(4 * n, NONE);
    for (int i = 1; i <= n; ++i) {
        int price;
        std::cin >> price;
        change(1, 1, n, i, price);
    }
    while (q-- > 0) {
        int kind, x, y;
        std::cin >> kind >> x >> y;
        if (kind == 1) {
            change(1, 1, n, x, y);
        } else if (kind == 2) {
            std::cout << cheapest(1, 1, n, x, y).second << '\n';
        } else {
            std::cout << first_at_most(1, 1, n, x, y) << '\n';
        }
    }
}
