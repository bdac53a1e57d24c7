// A segment tree of minima; the first price of at most p is found by climbing right and descending.
// O((N + Q) log N).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.Arrays;

public class Main {
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int size = 1;
    private static int[] tree;

    private static int readInt() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    private static void change(int position, int value) {
        int node = size + position;
        tree[node] = value;
        for (node /= 2; node > 0; node /= 2) {
            tree[node] = Math.min(tree[2 * node], tree[2 * node + 1]);
        }
    }

    private static int least(int left, int right) {
        int result = Integer.MAX_VALUE;
        int l = left + size;
        int r = right + size + 1;
        for (; l < r; l /= 2, r /= 2) {
            if (l % 2 == 1) {
                result = Math.min(result, tree[l++]);
            }
            if (r % 2 == 1) {
                result = Math.min(result, tree[--r]);
            }
        }
        return result;
    }

    private static int firstAtMost(int left, int limit) {
        int node = size + left;
        while (tree[node] > limit) {
            while (node % 2 == 1) {
                node /= 2;
            }
            if (node == 0) {
                return -1;
            }
            node++;
        }
        while (node < size) {
            node *= 2;
            if (tree[node] > limit) {
                node++;
            }
        }
        return node - size + 1;
    }

    public static void main(String[] args) throws IOException {
        int n = readInt();
        int q = readInt();
        while (size < n) {
            size *= 2;
        }
        tree = new int[2 * size];
        Arrays.fill(tree, Integer.MAX_VALUE);
        for (int i = 0; i < n; i++) {
            change(i, readInt());
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < q; i++) {
            int kind = readInt();
            int x = readInt() - 1;
            int y = readInt();
            if (kind == 1) {
                change(x, y);
            } else {
                out.append(firstAtMost(x, kind == 2 ? least(x, y - 1) : y)).append('\n');
            }
        }
        System.out.print(out);
    }
}
