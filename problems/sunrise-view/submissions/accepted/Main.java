// A stack of the buildings that nothing has hidden yet; their heights fall from west to east.
// O(N): each building is pushed and popped at most once.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.StringJoiner;
import java.util.StringTokenizer;

public class Main {
    private static int[] readInts(BufferedReader in) throws IOException {
        StringTokenizer line = new StringTokenizer(in.readLine());
        int[] numbers = new int[line.countTokens()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(line.nextToken());
        }
        return numbers;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = readInts(in)[0];
        int[] positions = readInts(in);
        int[] heights = readInts(in);

        int[] distance = new int[n];
        Arrays.fill(distance, -1);
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            while (!waiting.isEmpty() && heights[waiting.peek()] <= heights[i]) {
                int hidden = waiting.pop();
                distance[hidden] = positions[i] - positions[hidden];
            }
            waiting.push(i);
        }

        StringJoiner out = new StringJoiner(" ");
        for (int metres : distance) {
            out.add(String.valueOf(metres));
        }
        System.out.println(out);
    }
}
