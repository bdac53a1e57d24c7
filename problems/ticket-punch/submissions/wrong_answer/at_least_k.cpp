// Wrong: counts the tickets with at least K holes.
// O(N log N + Q).
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, m, k, q;
    std::cin >> n >> m >> k >> q;
    std::vector<int> holes(n + 1), wins(n + 1);
    for (int volunteer = 1; volunteer <= m && volunteer <= n; ++volunteer) {
        for (int ticket = volunteer; ticket <= n; ticket += volunteer) ++holes[ticket];
    }
    for (int ticket = 1; ticket <= n; ++ticket) wins[ticket] = wins[ticket - 1] + (holes[ticket] >= k);
    while (q-- > 0) {
        int left, right;
        std::cin >> left >> right;
        std::cout << wins[right] - wins[left - 1] << '\n';
    }
}
