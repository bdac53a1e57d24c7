// best = own satisfaction + greatest best among earlier offers of a lower level;
// a Fenwick tree of prefix maxima over the ranks of the levels finds it. O(N log N).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.StringTokenizer;

public class Main {
    private static long query(long[] tree, int last) {
        long greatest = 0;
        for (int i = last; i > 0; i -= i & -i) {
            greatest = Math.max(greatest, tree[i]);
        }
        return greatest;
    }

    private static void raise(long[] tree, int position, long value) {
        for (int i = position; i < tree.length; i += i & -i) {
            tree[i] = Math.max(tree[i], value);
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine());
        int[] level = new int[n];
        int[] satisfaction = new int[n];
        for (int i = 0; i < n; i++) {
            StringTokenizer line = new StringTokenizer(in.readLine());
            level[i] = Integer.parseInt(line.nextToken());
            satisfaction[i] = Integer.parseInt(line.nextToken());
        }

        int[] sorted = Arrays.stream(level).sorted().distinct().toArray();
        long[] tree = new long[sorted.length + 1]; // zeros: declining everything is always possible
        for (int i = 0; i < n; i++) {
            int rank = Arrays.binarySearch(sorted, level[i]) + 1;
            raise(tree, rank, query(tree, rank - 1) + satisfaction[i]); // strictly lower levels only
        }
        System.out.println(query(tree, sorted.length));
    }
}
