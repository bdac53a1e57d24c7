// Two pointers; two monotonic deques give the maximum and the minimum of the window.
// O(N): each position enters and leaves each deque at most once.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringTokenizer;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(header.nextToken());
        long limit = Long.parseLong(header.nextToken());

        long[] temperature = new long[n];
        StringTokenizer records = new StringTokenizer(in.readLine());
        for (int i = 0; i < n; i++) {
            temperature[i] = Long.parseLong(records.nextToken());
        }

        // Positions; the first of each deque is the extreme of the window.
        Deque<Integer> highest = new ArrayDeque<>();
        Deque<Integer> lowest = new ArrayDeque<>();
        int left = 0;
        int bestLength = 0;
        int bestStart = 0;
        for (int right = 0; right < n; right++) {
            while (!highest.isEmpty() && temperature[highest.getLast()] <= temperature[right]) {
                highest.removeLast();
            }
            highest.addLast(right);
            while (!lowest.isEmpty() && temperature[lowest.getLast()] >= temperature[right]) {
                lowest.removeLast();
            }
            lowest.addLast(right);

            while (temperature[highest.getFirst()] - temperature[lowest.getFirst()] > limit) {
                left++;
                if (highest.getFirst() < left) {
                    highest.removeFirst();
                }
                if (lowest.getFirst() < left) {
                    lowest.removeFirst();
                }
            }

            if (right - left + 1 > bestLength) {
                bestLength = right - left + 1;
                bestStart = left;
            }
        }
        System.out.println(bestLength + " " + (bestStart + 1));
    }
}
