// Wrong: two measurements leave two thirds of the range, so that a long trail needs about 80 of them.
#include <cstdlib>
#include <iostream>

int height(int post) {
    std::cout << "? " << post << std::endl;
    int millimetres;
    if (!(std::cin >> millimetres)) std::exit(0);
    return millimetres;
}

int main() {
    int low = 1, high;
    std::cin >> high;
    while (low < high) {
        int left = low + (high - low) / 3;
        int right = high - (high - low) / 3;
        if (left == right) right++;
        if (height(left) < height(right)) {
            low = left + 1;
        } else {
            high = right - 1;
        }
    }
    std::cout << "! " << low << std::endl;
}
