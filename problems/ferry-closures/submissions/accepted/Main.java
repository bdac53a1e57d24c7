// Runs the film backwards: start with the lines that stay open and open the closed ones in reverse order.
// Union-find by size with path halving joins the islands: O((N + M) log N), nearly linear.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;

public class Main {
    private static int[] parent;
    private static int[] size;
    private static long pairs = 0;

    private static int find(int island) {
        while (parent[island] != island) {
            parent[island] = parent[parent[island]];
            island = parent[island];
        }
        return island;
    }

    private static void open(int a, int b) {
        a = find(a);
        b = find(b);
        if (a == b) {
            return;
        }
        int larger = size[a] >= size[b] ? a : b;
        int smaller = larger == a ? b : a;
        pairs += (long) size[larger] * size[smaller];
        parent[smaller] = larger;
        size[larger] += size[smaller];
    }

    private static StreamTokenizer in;

    private static int nextInt() throws IOException {
        in.nextToken();
        return (int) in.nval;
    }

    public static void main(String[] args) throws IOException {
        in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        int n = nextInt();
        int m = nextInt();
        int k = nextInt();

        int[] endA = new int[m];
        int[] endB = new int[m];
        for (int line = 0; line < m; line++) {
            endA[line] = nextInt();
            endB[line] = nextInt();
        }
        int[] closures = new int[k];
        boolean[] closed = new boolean[m];
        for (int i = 0; i < k; i++) {
            closures[i] = nextInt() - 1;
            closed[closures[i]] = true;
        }

        parent = new int[n + 1];
        size = new int[n + 1];
        for (int island = 1; island <= n; island++) {
            parent[island] = island;
            size[island] = 1;
        }
        for (int line = 0; line < m; line++) {
            if (!closed[line]) {
                open(endA[line], endB[line]);
            }
        }

        long[] answers = new long[k];
        for (int i = k - 1; i >= 0; i--) {
            answers[i] = pairs;
            open(endA[closures[i]], endB[closures[i]]);
        }
        StringBuilder out = new StringBuilder();
        for (long answer : answers) {
            out.append(answer).append('\n');
        }
        System.out.print(out);
    }
}
