// From east to west; the stack holds the buildings that can still hide something, the nearest on top.
// O(N): each building is pushed and popped at most once.
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::cin >> n;
    std::vector<int> position(n), height(n), distance(n, -1), hiding;
    for (int& p : position) std::cin >> p;
    for (int& h : height) std::cin >> h;

    for (int i = n - 1; i >= 0; --i) {
        while (!hiding.empty() && height[hiding.back()] < height[i]) hiding.pop_back();
        if (!hiding.empty()) distance[i] = position[hiding.back()] - position[i];
        hiding.push_back(i);
    }
    for (int i = 0; i < n; ++i) std::cout << distance[i] << (i + 1 < n ? ' ' : '\n');
}
