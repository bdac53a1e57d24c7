// Edit distance with prices, over the whole table.
// O(nm) for texts of n and m characters.
import java.util.Scanner;

public class Main {
    private static final String UPRIGHT = "bqdpmwnu69";
    private static final String TURNED = "qbpdwmun96";

    private static boolean turnsInto(char from, char to) {
        int place = UPRIGHT.indexOf(from);
        return place >= 0 && TURNED.charAt(place) == to;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        String before = in.next();
        String after = in.next();
        int attach = in.nextInt();
        int remove = in.nextInt();
        int replace = in.nextInt();
        int turn = Math.min(in.nextInt(), replace);

        int[][] cost = new int[before.length() + 1][after.length() + 1];
        for (int i = 0; i <= before.length(); i++) {
            for (int j = 0; j <= after.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i * remove + j * attach;
                    continue;
                }
                char from = before.charAt(i - 1);
                char to = after.charAt(j - 1);
                int change = from == to ? 0 : turnsInto(from, to) ? turn : replace;
                cost[i][j] = Math.min(
                    cost[i - 1][j - 1] + change,
                    Math.min(cost[i - 1][j] + remove, cost[i][j - 1] + attach));
            }
        }
        System.out.println(cost[before.length()][after.length()]);
    }
}
