// A stack of the opening brackets that are still open, with their positions.
// O(characters): each bracket is pushed and popped at most once.
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Bracket {
    char kind;
    int row, column;
};

char partner(char closing) {
    switch (closing) {
        case ')': return '(';
        case ']': return '[';
        case '}': return '{';
        default: return 0;
    }
}

std::optional<std::pair<int, int>> first_error(const std::vector<std::string>& lines) {
    std::vector<Bracket> unclosed;
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        bool in_string = false;
        for (int column = 0; column < static_cast<int>(lines[row].size()); ++column) {
            char c = lines[row][column];
            if (c == '"') {
                in_string = !in_string;
            } else if (in_string) {
                continue;
            } else if (c == '(' || c == '[' || c == '{') {
                unclosed.push_back({c, row + 1, column + 1});
            } else if (char opening = partner(c)) {
                if (unclosed.empty() || unclosed.back().kind != opening) return {{row + 1, column + 1}};
                unclosed.pop_back();
            }
        }
    }
    if (unclosed.empty()) return std::nullopt;
    return {{unclosed.front().row, unclosed.front().column}};
}

int main() {
    std::string line;
    std::getline(std::cin, line);
    std::vector<std::string> lines(std::stoi(line));
    for (std::string& code : lines) std::getline(std::cin, code);

    if (auto error = first_error(lines)) {
        std::cout << error->first << ' ' << error->second << '\n';
    } else {
        std::cout << "OK\n";
    }
}
