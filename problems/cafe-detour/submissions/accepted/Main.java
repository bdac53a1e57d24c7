// For each crossing, the ways that have passed a cafe and the ways that have not.
// O(HW).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
    private static final int MODULUS = 1_000_000_007;

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int h = Integer.parseInt(header.nextToken());
        int w = Integer.parseInt(header.nextToken());

        // Index 0 stands for nothing on the left.
        int[] without = new int[w + 1];
        int[] with = new int[w + 1];
        without[1] = 1;
        for (int r = 0; r < h; r++) {
            String row = in.readLine();
            for (int c = 1; c <= w; c++) {
                without[c] = (without[c] + without[c - 1]) % MODULUS;
                with[c] = (with[c] + with[c - 1]) % MODULUS;
                switch (row.charAt(c - 1)) {
                    case '#' -> {
                        without[c] = 0;
                        with[c] = 0;
                    }
                    case 'C' -> {
                        with[c] = (with[c] + without[c]) % MODULUS;
                        without[c] = 0;
                    }
                    default -> { }
                }
            }
        }
        System.out.println(with[w]);
    }
}
