// Wrong: starts from a careless upper bound, where the sum over all printers
// does not fit in 64 bits and turns negative.
// O(N log(bound)).
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <vector>

struct Printer {
    std::int64_t seconds, batch, cooling;
};

int main() {
    int n;
    std::int64_t parts;
    std::cin >> n >> parts;
    std::vector<Printer> printers(n);
    for (Printer& p : printers) std::cin >> p.seconds >> p.batch >> p.cooling;

    std::int64_t low = 0, high = 2'000'000'000'000'000'000;
    while (high - low > 1) {
        std::int64_t middle = (low + high) / 2;
        std::uint64_t finished = 0;
        for (const Printer& p : printers) {
            std::int64_t cycle = p.batch * p.seconds + p.cooling;
            finished += middle / cycle * p.batch + std::min(p.batch, middle % cycle / p.seconds);
        }
        (static_cast<std::int64_t>(finished) >= parts ? high : low) = middle;
    }
    std::cout << high << '\n';
}
