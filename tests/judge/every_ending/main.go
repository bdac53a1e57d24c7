// Ends as the first line of its input says.
package main

import (
	"bufio"
	"fmt"
	"os"
	"syscall"
	"unicode/utf8"
)

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func main() {
	in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var word string
	fmt.Fscan(in, &word)
	switch word {
	case "sum":
		sum, one := 0, 0
		for n, _ := fmt.Fscan(in, &one); n == 1; n, _ = fmt.Fscan(in, &one) {
			sum += one
		}
		fmt.Fprintln(out, sum)
	case "korean":
		var name string
		fmt.Fscan(in, &name)
		fmt.Fprintf(out, "안녕하세요, %s! %d\n", name, utf8.RuneCountInString(name))
	case "deep":
		fmt.Fprintln(out, depth(200000))
	case "raise":
		panic("thrown")
	case "exit":
		os.Exit(3)
	case "signal":
		syscall.Kill(syscall.Getpid(), syscall.SIGKILL)
	case "loop":
		for {
		}
	case "memory":
		for kept := [][]byte{}; ; {
			block := make([]byte, 1<<20)
			for i := range block {
				block[i] = 1
			}
			kept = append(kept, block)
		}
	case "flood":
		for {
			fmt.Fprintln(out, "flood flood flood flood")
		}
	}
}
