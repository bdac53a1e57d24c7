// Wrong: walks back along the prerequisites and forgets to reverse the circle, which
// goes unnoticed as long as circles have two courses. O(N + M).
#include <iostream>
#include <vector>

int main() {
    int n, m;
    std::cin >> n >> m;
    std::vector<std::vector<int>> followers(n + 1);
    std::vector<int> missing(n + 1, 0);
    for (int i = 0; i < m; ++i) {
        int a, b;
        std::cin >> a >> b;
        followers[a].push_back(b);
        ++missing[b];
    }

    std::vector<int> order;
    for (int course = 1; course <= n; ++course) {
        if (missing[course] == 0) order.push_back(course);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (int follower : followers[order[i]]) {
            if (--missing[follower] == 0) order.push_back(follower);
        }
    }
    if (static_cast<int>(order.size()) == n) {
        std::cout << "YES\n";
        for (int course : order) std::cout << course << ' ';
        std::cout << '\n';
        return 0;
    }

    std::vector<int> blocker(n + 1, 0);
    int course = 0;
    for (int a = 1; a <= n; ++a) {
        if (missing[a] == 0) continue;
        course = a;
        for (int b : followers[a]) blocker[b] = a;
    }
    for (int i = 0; i < n; ++i) course = blocker[course];

    std::vector<int> circle{course};
    for (int c = blocker[course]; c != course; c = blocker[c]) circle.push_back(c);
    std::cout << "NO\n" << circle.size() << '\n';
    for (int c : circle) std::cout << c << ' ';
    std::cout << '\n';
}
