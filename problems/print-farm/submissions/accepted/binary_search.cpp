// Binary search on the time: the number of finished parts never falls as time passes.
// O(N log(answer)).
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <limits>
#include <vector>

struct Printer {
    std::int64_t seconds, batch, cycle;

    std::int64_t finished_by(std::int64_t time) const {
        // The rest of the cycle may include cooling, in which nothing is printed.
        return time / cycle * batch + std::min(batch, time % cycle / seconds);
    }

    std::int64_t time_for(std::int64_t parts) const {
        return (parts - 1) / batch * cycle + ((parts - 1) % batch + 1) * seconds;
    }
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n;
    std::int64_t parts;
    std::cin >> n >> parts;

    std::vector<Printer> printers(n);
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    for (Printer& p : printers) {
        std::int64_t cooling;
        std::cin >> p.seconds >> p.batch >> cooling;
        p.cycle = p.batch * p.seconds + cooling;
        high = std::min(high, p.time_for(parts));
    }

    // Up to "high" no printer finishes more than "parts", so the sum cannot overflow.
    auto enough = [&](std::int64_t time) {
        std::int64_t finished = 0;
        for (const Printer& p : printers) finished += p.finished_by(time);
        return finished >= parts;
    };

    std::int64_t low = 0;
    while (high - low > 1) {  // enough(high), not enough(low)
        std::int64_t middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    std::cout << high << '\n';
}
