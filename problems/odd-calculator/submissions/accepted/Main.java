// Two stacks, of values and of operators that wait (shunting-yard).
// O(length).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Deque;

public class Main {
    private static final long MODULUS = 1_000_000_007;

    private static final Deque<Long> VALUES = new ArrayDeque<>();
    private static final Deque<Character> WAITING = new ArrayDeque<>();

    private static void apply() {
        char operator = WAITING.pop();
        long right = VALUES.pop();
        long left = VALUES.pop();
        long result = switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            default -> left * right;
        };
        VALUES.push(Math.floorMod(result, MODULUS));
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        String order = in.readLine().trim();
        String expression = in.readLine().trim();

        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (Character.isDigit(c)) {
                int end = i;
                while (end < expression.length() && Character.isDigit(expression.charAt(end))) {
                    end++;
                }
                VALUES.push(Long.parseLong(expression.substring(i, end)));
                i = end;
                continue;
            }
            if (c == '(') {
                WAITING.push(c);
            } else if (c == ')') {
                while (WAITING.peek() != '(') {
                    apply();
                }
                WAITING.pop();
            } else {
                while (!WAITING.isEmpty() && WAITING.peek() != '('
                        && order.indexOf(WAITING.peek()) <= order.indexOf(c)) {
                    apply();
                }
                WAITING.push(c);
            }
            i++;
        }
        while (!WAITING.isEmpty()) {
            apply();
        }
        System.out.println(VALUES.pop());
    }
}
