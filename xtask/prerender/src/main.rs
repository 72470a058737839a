//! Prints the page as its own components draw it before anything has run.

fn main() {
    println!("{}", asincronismo::static_html());
}
