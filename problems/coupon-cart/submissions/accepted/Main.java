// 0/1 knapsack over [coupon used][points]; points run downwards.
// O(NB).
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int budget = in.nextInt();

        int[] unused = new int[budget + 1];
        int[] used = new int[budget + 1];
        for (int i = 0; i < n; i++) {
            int price = in.nextInt();
            int joy = in.nextInt();
            int half = price / 2;
            for (int b = budget; b >= half; b--) {
                used[b] = Math.max(used[b], unused[b - half] + joy);
                if (b >= price) {
                    used[b] = Math.max(used[b], used[b - price] + joy);
                    unused[b] = Math.max(unused[b], unused[b - price] + joy);
                }
            }
        }
        System.out.println(Math.max(used[budget], unused[budget]));
    }
}
