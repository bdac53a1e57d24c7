// Wrong: the remainder of a negative number stays negative.
// O(length).
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

const long long MODULUS = 1'000'000'007;

std::vector<long long> values;
std::vector<char> waiting;

void apply() {
    char operation = waiting.back();
    waiting.pop_back();
    long long right = values.back();
    values.pop_back();
    long long& left = values.back();
    if (operation == '+') {
        left = (left + right) % MODULUS;
    } else if (operation == '-') {
        left = (left - right) % MODULUS;
    } else {
        left = left * right % MODULUS;
    }
}

int main() {
    std::string order, expression;
    std::cin >> order >> expression;
    auto weakness = [&](char operation) { return order.find(operation); };

    for (std::size_t i = 0; i < expression.size(); ++i) {
        char c = expression[i];
        if (std::isdigit(static_cast<unsigned char>(c))) {
            long long number = 0;
            for (; i < expression.size() && std::isdigit(static_cast<unsigned char>(expression[i])); ++i) {
                number = 10 * number + (expression[i] - '0');
            }
            --i;
            values.push_back(number);
        } else if (c == '(') {
            waiting.push_back(c);
        } else if (c == ')') {
            while (waiting.back() != '(') apply();
            waiting.pop_back();
        } else {
            while (!waiting.empty() && waiting.back() != '(' && weakness(waiting.back()) <= weakness(c)) {
                apply();
            }
            waiting.push_back(c);
        }
    }
    while (!waiting.empty()) apply();
    std::cout << values[0] << '\n';
}
