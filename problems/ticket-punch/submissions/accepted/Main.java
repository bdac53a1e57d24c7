// Counts the holes as a sieve does, volunteer by volunteer; prefix sums answer the classes.
// O(N log N + Q).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;

public class Main {
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int readInt() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = readInt();
        int m = readInt();
        int k = readInt();
        int q = readInt();
        int[] holes = new int[n + 1];
        for (int volunteer = 1; volunteer <= Math.min(m, n); volunteer++) {
            for (int ticket = volunteer; ticket <= n; ticket += volunteer) {
                holes[ticket]++;
            }
        }
        int[] wins = new int[n + 1];
        for (int ticket = 1; ticket <= n; ticket++) {
            wins[ticket] = wins[ticket - 1] + (holes[ticket] == k ? 1 : 0);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < q; i++) {
            int left = readInt();
            int right = readInt();
            out.append(wins[right] - wins[left - 1]).append('\n');
        }
        System.out.print(out);
    }
}
