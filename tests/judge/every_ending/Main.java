// Ends as the first line of its input says.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

public class Main {
    static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        switch (in.readLine()) {
            case "sum" -> {
                long sum = 0;
                for (String line; (line = in.readLine()) != null;)
                    for (StringTokenizer words = new StringTokenizer(line); words.hasMoreTokens();)
                        sum += Long.parseLong(words.nextToken());
                System.out.println(sum);
            }
            case "korean" -> {
                String name = in.readLine();
                System.out.println("안녕하세요, " + name + "! " + name.length());
            }
            case "deep" -> System.out.println(depth(200_000));
            case "raise" -> throw new IllegalStateException("thrown");
            case "exit" -> System.exit(3);
            case "signal" -> new ProcessBuilder("sh", "-c", "kill -KILL " + ProcessHandle.current().pid()).start().waitFor();
            case "loop" -> {
                for (long i = 0; i >= 0; i = (i + 1) % 1000)
                    ;
            }
            case "memory" -> {
                List<byte[]> kept = new ArrayList<>();
                while (true)
                    kept.add(new byte[1 << 20]);
            }
            case "flood" -> {
                while (true)
                    System.out.println("flood flood flood flood");
            }
        }
    }
}
