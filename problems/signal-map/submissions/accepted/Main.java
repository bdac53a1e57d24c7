// A difference array gives the stations over each block, 2D prefix sums count the stable blocks.
// O(HW + M + Q).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;

public class Main {
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    /** Turns a table into its own 2D prefix sums; row 0 and column 0 stay as they are. */
    private static void accumulate(int[][] table) {
        for (int r = 1; r < table.length; r++) {
            for (int c = 1; c < table[r].length; c++) {
                table[r][c] += table[r - 1][c] + table[r][c - 1] - table[r - 1][c - 1];
            }
        }
    }

    public static void main(String[] args) throws IOException {
        int h = next();
        int w = next();
        int k = next();
        int m = next();
        int q = next();

        int[][] cover = new int[h + 2][w + 2];
        for (int i = 0; i < m; i++) {
            int r1 = next();
            int c1 = next();
            int r2 = next();
            int c2 = next();
            cover[r1][c1]++;
            cover[r1][c2 + 1]--;
            cover[r2 + 1][c1]--;
            cover[r2 + 1][c2 + 1]++;
        }
        accumulate(cover);

        int[][] stable = new int[h + 1][w + 1];
        for (int r = 1; r <= h; r++) {
            for (int c = 1; c <= w; c++) {
                stable[r][c] = cover[r][c] >= k ? 1 : 0;
            }
        }
        accumulate(stable);

        StringBuilder out = new StringBuilder();
        for (int i = 0; i < q; i++) {
            int r1 = next();
            int c1 = next();
            int r2 = next();
            int c2 = next();
            out.append(stable[r2][c2] - stable[r1 - 1][c2] - stable[r2][c1 - 1] + stable[r1 - 1][c1 - 1]);
            out.append('\n');
        }
        System.out.print(out);
    }
}
