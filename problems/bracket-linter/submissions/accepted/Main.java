// A stack of the opening brackets that are still open, with their positions.
// O(characters): each bracket is pushed and popped at most once.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Deque;

public class Main {
    private record Bracket(char kind, int row, int column) {}

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private static String check(BufferedReader in, int n) throws IOException {
        Deque<Bracket> unclosed = new ArrayDeque<>();
        for (int row = 1; row <= n; row++) {
            String line = in.readLine();
            boolean inString = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    inString = !inString;
                } else if (inString) {
                    continue;
                } else if (OPENING.indexOf(c) >= 0) {
                    unclosed.push(new Bracket(c, row, i + 1));
                } else if (CLOSING.indexOf(c) >= 0) {
                    char opening = OPENING.charAt(CLOSING.indexOf(c));
                    if (unclosed.isEmpty() || unclosed.pop().kind() != opening) {
                        return row + " " + (i + 1);
                    }
                }
            }
        }
        if (unclosed.isEmpty()) {
            return "OK";
        }
        Bracket outermost = unclosed.getLast(); // push adds at the front
        return outermost.row() + " " + outermost.column();
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine());
        System.out.println(check(in, n));
    }
}
