// Backtracking by rows: leaves a branch when a light interferes, or when the best cannot be beaten.
// At most some hundred thousand calls for N = 10.
import java.util.Arrays;
import java.util.Scanner;

public class Main {
    private static final int NOWHERE = -9; // far from every column

    private final int n;
    private final int[][] brightness;
    private final int[] bound; // the most that the rows from r on can add
    private int best = -1;

    private Main(int[][] brightness) {
        this.n = brightness.length;
        this.brightness = brightness;
        this.bound = new int[n + 1];
        for (int r = n - 1; r >= 0; r--) {
            bound[r] = bound[r + 1] + Arrays.stream(brightness[r]).max().getAsInt();
        }
    }

    private void place(int r, int taken, int oneUp, int twoUp, int total) {
        if (r == n) {
            best = Math.max(best, total);
            return;
        }
        if (total + bound[r] <= best) {
            return;
        }
        for (int c = 0; c < n; c++) {
            boolean interferes = Math.abs(c - oneUp) == 1 || Math.abs(c - twoUp) == 2;
            if (brightness[r][c] == 0 || (taken >> c & 1) == 1 || interferes) {
                continue;
            }
            place(r + 1, taken | 1 << c, c, oneUp, total + brightness[r][c]);
        }
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int[][] brightness = new int[n][n];
        for (int[] row : brightness) {
            for (int c = 0; c < n; c++) {
                row[c] = in.nextInt();
            }
        }
        Main search = new Main(brightness);
        search.place(0, 0, NOWHERE, NOWHERE, 0);
        System.out.println(search.best);
    }
}
