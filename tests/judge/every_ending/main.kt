// Ends as the first line of its input says.
import kotlin.system.exitProcess

fun depth(n: Int): Int = if (n == 0) 0 else 1 + depth(n - 1)

fun main() {
    when (readLine()) {
        "sum" -> println(generateSequence(::readLine).map { line -> line.split(" ").map { it.toLong() }.sum() }.sum())
        "korean" -> {
            val name = readLine()!!
            println("안녕하세요, $name! ${name.length}")
        }
        "deep" -> println(depth(200_000))
        "raise" -> throw IllegalStateException("thrown")
        "exit" -> exitProcess(3)
        "signal" -> ProcessBuilder("sh", "-c", "kill -KILL \$PPID").start().waitFor()
        "loop" -> while (true) {}
        "memory" -> {
            val kept = ArrayList<ByteArray>()
            while (true) kept.add(ByteArray(1 shl 20))
        }
        "flood" -> while (true) println("flood flood flood flood")
    }
}
