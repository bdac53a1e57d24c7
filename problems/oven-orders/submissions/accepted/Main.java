// The smallest penalty of what is still to be baked, by recursion that remembers each set of orders.
// O(2^N * N).
import java.util.Arrays;
import java.util.Scanner;

public class Main {
    private static int n;
    private static int[] minutes;
    private static int[] promised;
    private static int[] fine;
    private static int[] needed;
    private static int[] remembered;

    private static int rest(int baked, int now) {
        if (baked == (1 << n) - 1) {
            return 0;
        }
        if (remembered[baked] >= 0) {
            return remembered[baked];
        }
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            if ((baked >> i & 1) == 1 || (baked & needed[i]) != needed[i]) {
                continue;
            }
            int finish = now + minutes[i];
            int penalty = fine[i] * Math.max(0, finish - promised[i]);
            best = Math.min(best, penalty + rest(baked | 1 << i, finish));
        }
        remembered[baked] = best;
        return best;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        n = in.nextInt();
        int m = in.nextInt();
        minutes = new int[n];
        promised = new int[n];
        fine = new int[n];
        needed = new int[n];
        for (int i = 0; i < n; i++) {
            minutes[i] = in.nextInt();
            promised[i] = in.nextInt();
            fine[i] = in.nextInt();
        }
        for (int i = 0; i < m; i++) {
            int u = in.nextInt() - 1;
            needed[in.nextInt() - 1] |= 1 << u;
        }
        remembered = new int[1 << n];
        Arrays.fill(remembered, -1);
        System.out.println(rest(0, 0));
    }
}
