// Sorts the jobs by start and keeps the time up to which everything is busy.
// O(N log N).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.Arrays;
import java.util.Comparator;

public class Main {
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = next();
        int start = next();
        int end = next();
        int minimum = next();
        int[][] jobs = new int[n][];
        for (int i = 0; i < n; i++) {
            jobs[i] = new int[] {next(), next()};
        }
        Arrays.sort(jobs, Comparator.comparingInt(job -> job[0]));

        StringBuilder windows = new StringBuilder();
        int freeFrom = start;
        for (int[] job : jobs) {
            int until = Math.min(job[0], end);
            if (until - freeFrom >= minimum) {
                windows.append(freeFrom).append(' ').append(until).append('\n');
            }
            freeFrom = Math.max(freeFrom, job[1]);
        }
        if (end - freeFrom >= minimum) {
            windows.append(freeFrom).append(' ').append(end).append('\n');
        }
        System.out.print(windows.length() > 0 ? windows : "-1 -1\n");
    }
}
