// Wrong: takes the tallest building to the east, not the nearest one that is tall enough.
// O(N).
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<int> position(n), height(n), distance(n, -1);
    for (int& p : position) std::cin >> p;
    for (int& h : height) std::cin >> h;

    int tallest = n - 1;
    for (int i = n - 2; i >= 0; --i) {
        if (height[tallest] >= height[i]) distance[i] = position[tallest] - position[i];
        if (height[i] >= height[tallest]) tallest = i;
    }
    for (int i = 0; i < n; ++i) std::cout << distance[i] << ' ';
}
