// Right but too slow: takes the parts one by one, in the order they are finished.
// O(M log N).
#include <cstdint>
#include <functional>
#include <iostream>
#include <queue>
#include <utility>
#include <vector>

struct Printer {
    std::int64_t seconds, batch, cooling, printed;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::int64_t parts;
    std::cin >> n >> parts;

    std::vector<Printer> printers(n);
    using Event = std::pair<std::int64_t, int>;  // when a part is finished, by which printer
    std::priority_queue<Event, std::vector<Event>, std::greater<>> next;
    for (int i = 0; i < n; ++i) {
        Printer& p = printers[i];
        std::cin >> p.seconds >> p.batch >> p.cooling;
        next.push({p.seconds, i});
    }

    std::int64_t time = 0;
    for (std::int64_t finished = 0; finished < parts; ++finished) {
        auto [now, i] = next.top();
        next.pop();
        time = now;
        Printer& p = printers[i];
        ++p.printed;
        next.push({now + p.seconds + (p.printed % p.batch == 0 ? p.cooling : 0), i});
    }
    std::cout << time << '\n';
}
