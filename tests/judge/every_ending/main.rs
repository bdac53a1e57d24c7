// Ends as the first line of its input says.
use std::io::{self, Read};

fn depth(n: u64) -> u64 {
    let frame = [1u8; 256];
    if n == 0 { 0 } else { unsafe { std::ptr::read_volatile(&frame[n as usize % 256]) as u64 + depth(n - 1) } }
}

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut words = text.split_whitespace();
    match words.next().unwrap() {
        "sum" => println!("{}", words.map(|word| word.parse::<i64>().unwrap()).sum::<i64>()),
        "korean" => {
            let name = words.next().unwrap();
            println!("안녕하세요, {}! {}", name, name.chars().count());
        }
        "deep" => println!("{}", depth(200000)),
        "raise" => panic!("thrown"),
        "exit" => std::process::exit(3),
        "signal" => std::process::abort(),
        "loop" => loop {
            std::thread::yield_now();
        },
        "memory" => {
            let mut kept = Vec::new();
            loop {
                kept.push(vec![1u8; 1 << 20]);
            }
        }
        "flood" => loop {
            println!("flood flood flood flood");
        },
        _ => (),
    }
}
