use clap::{arg, Arg};
fn parser() -> Command {
    command!()
        .arg(arg!(-l --long "as a table"))
        .arg(arg!(-'1' --oneline "one a line"))
        .arg(arg!(-d --"treat-dirs" "as files").alias("list-dirs"))
        .arg(Arg::new("width").short('w').long("width"))
}
#[derive(Parser)]
struct Args {
    #[arg(short, long = "hyperlink")]
    hyperlink: bool,
}
