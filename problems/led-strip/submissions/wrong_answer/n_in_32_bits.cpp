// Wrong: keeps the lower 32 bits of N only.
// O(6^3 log N).
#include <array>
#include <iostream>

const long long MODULUS = 1'000'000'007;
const int SIZE = 6;
using Vector = std::array<long long, SIZE>;
using Matrix = std::array<Vector, SIZE>;

Vector product(const Matrix& left, const Vector& right) {
    Vector result{};
    for (int i = 0; i < SIZE; ++i) {
        for (int k = 0; k < SIZE; ++k) result[i] = (result[i] + left[i][k] * right[k]) % MODULUS;
    }
    return result;
}

Matrix product(const Matrix& left, const Matrix& right) {
    Matrix result{};
    for (int i = 0; i < SIZE; ++i) {
        for (int k = 0; k < SIZE; ++k) {
            for (int j = 0; j < SIZE; ++j) {
                result[i][j] = (result[i][j] + left[i][k] * right[k][j]) % MODULUS;
            }
        }
    }
    return result;
}

int main() {
    long long n, a, b, c;
    std::cin >> n >> a >> b >> c;
    n = static_cast<unsigned>(n);
    // Of the vector f(n), f(n-1), f(n-2), f(n-3), g(n), g(n-1); g counts the ways that end with length 4.
    Matrix step{};
    step[0] = {a, b, 0, 0, a, b};
    step[1][0] = step[2][1] = step[3][2] = step[5][4] = 1;
    step[4][3] = c;

    Vector ways{1};
    for (; n > 0; n /= 2) {
        if (n % 2 == 1) ways = product(step, ways);
        step = product(step, step);
    }
    std::cout << (ways[0] + ways[4]) % MODULUS << '\n';
}
