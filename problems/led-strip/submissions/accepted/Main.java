// One more cell is the product with a fixed 6 x 6 matrix; repeated squaring gives its N-th power.
// O(6^3 log N).
import java.util.Scanner;

public class Main {
    private static final long MODULUS = 1_000_000_007;

    private static long[][] product(long[][] left, long[][] right) {
        long[][] result = new long[left.length][right[0].length];
        for (int i = 0; i < left.length; i++) {
            for (int k = 0; k < right.length; k++) {
                for (int j = 0; j < right[0].length; j++) {
                    result[i][j] = (result[i][j] + left[i][k] * right[k][j]) % MODULUS;
                }
            }
        }
        return result;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        long n = in.nextLong();
        long a = in.nextLong();
        long b = in.nextLong();
        long c = in.nextLong();
        // Of the vector f(n), f(n-1), f(n-2), f(n-3), g(n), g(n-1); g counts the ways that end with length 4.
        long[][] step = {
            {a, b, 0, 0, a, b},
            {1, 0, 0, 0, 0, 0},
            {0, 1, 0, 0, 0, 0},
            {0, 0, 1, 0, 0, 0},
            {0, 0, 0, c, 0, 0},
            {0, 0, 0, 0, 1, 0},
        };
        long[][] ways = {{1}, {0}, {0}, {0}, {0}, {0}};
        for (; n > 0; n /= 2) {
            if (n % 2 == 1) {
                ways = product(step, ways);
            }
            step = product(step, step);
        }
        System.out.println((ways[0][0] + ways[4][0]) % MODULUS);
    }
}
