// Wrong: removes one photo for each new one, whether or not that makes enough room.
// O(N) on average.
#include <iostream>
#include <iterator>
#include <list>
#include <unordered_map>
#include <utility>

int main() {
    int n, capacity;
    std::cin >> n >> capacity;

    std::list<std::pair<int, int>> order;
    std::unordered_map<int, std::list<std::pair<int, int>>::iterator> place;
    long long stored = 0;
    int hits = 0, misses = 0, evictions = 0;
    for (int i = 0; i < n; ++i) {
        int photo, size;
        std::cin >> photo >> size;
        auto found = place.find(photo);
        if (found != place.end()) {
            ++hits;
            order.splice(order.end(), order, found->second);
            continue;
        }
        ++misses;
        if (size > capacity) continue;
        if (stored + size > capacity) {
            stored -= order.front().second;
            place.erase(order.front().first);
            order.pop_front();
            ++evictions;
        }
        order.push_back({photo, size});
        place[photo] = std::prev(order.end());
        stored += size;
    }
    std::cout << hits << ' ' << misses << ' ' << evictions << '\n';
}
