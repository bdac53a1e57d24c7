// Turns times into minutes and looks at each minute of each record.
// O(total minutes), fewer than 1.5 million.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Main {
    private static int minutesOf(String duration) {
        int h = duration.indexOf('h');
        int m = duration.indexOf('m');
        int hours = h < 0 ? 0 : Integer.parseInt(duration.substring(0, h));
        int minutes = m < 0 ? 0 : Integer.parseInt(duration.substring(h + 1, m));
        return 60 * hours + minutes;
    }

    private static boolean isNight(int minute) {
        int ofDay = minute % (24 * 60);
        return ofDay >= 23 * 60 || ofDay < 7 * 60;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        String[] header = in.readLine().trim().split(" ");
        int n = Integer.parseInt(header[0]);
        int day = Integer.parseInt(header[1]);
        int night = Integer.parseInt(header[2]);
        Map<String, Integer> bills = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            String[] record = in.readLine().trim().split(" ");
            int start = 60 * Integer.parseInt(record[0].substring(0, 2)) + Integer.parseInt(record[0].substring(3));
            int end = start + minutesOf(record[1]);
            int amount = 0;
            for (int minute = start; minute < end; minute++) {
                amount += isNight(minute) ? night : day;
            }
            bills.merge(record[2], amount, Integer::sum);
        }
        bills.replaceAll((car, amount) -> amount / 10 * 10);
        // The map gives the names in order, and sorting keeps the order of equal amounts.
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(bills.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, Integer> bill : sorted) {
            out.append(bill.getKey()).append(' ').append(bill.getValue()).append('\n');
        }
        System.out.print(out);
    }
}
