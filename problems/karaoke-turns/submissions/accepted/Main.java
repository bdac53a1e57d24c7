// Plays the evening with a queue: the front sings, and joins the end if songs are left.
// O(number of turns), which is at most the number of songs.
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Scanner;
import java.util.StringJoiner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int k = in.nextInt();
        int[] left = new int[n];
        Queue<Integer> line = new ArrayDeque<>();
        for (int person = 0; person < n; person++) {
            left[person] = in.nextInt();
            line.add(person);
        }

        int[] goesHomeAfter = new int[n];
        int sung = 0;
        while (!line.isEmpty()) {
            int person = line.remove();
            int now = Math.min(k, left[person]);
            sung += now;
            left[person] -= now;
            if (left[person] > 0) {
                line.add(person);
            } else {
                goesHomeAfter[person] = sung;
            }
        }

        StringJoiner out = new StringJoiner(" ");
        for (int songs : goesHomeAfter) {
            out.add(String.valueOf(songs));
        }
        System.out.println(out);
    }
}
