// Binary search for the first signpost from which the trail goes down.
// Two measurements halve the range: 2 * log2(N), at most 48 measurements.
#include <iostream>

int height(int post) {
    std::cout << "? " << post << std::endl;  // endl flushes
    int millimetres;
    std::cin >> millimetres;
    return millimetres;
}

int main() {
    int low = 1, high;  // the summit is in low..high
    std::cin >> high;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (height(middle) < height(middle + 1)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    std::cout << "! " << low << std::endl;
}
