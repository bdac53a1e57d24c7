// Binary search for the first signpost from which the trail goes down.
// Two measurements halve the range: 2 * log2(N), at most 48 measurements.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    private static final BufferedReader IN = new BufferedReader(new InputStreamReader(System.in));

    private static int height(int post) throws IOException {
        System.out.println("? " + post);
        System.out.flush();
        return Integer.parseInt(IN.readLine());
    }

    public static void main(String[] args) throws IOException {
        int low = 1;
        int high = Integer.parseInt(IN.readLine()); // the summit is in low..high
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (height(middle) < height(middle + 1)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        System.out.println("! " + low);
        System.out.flush();
    }
}
