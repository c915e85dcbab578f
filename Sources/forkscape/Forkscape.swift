import Git
@main struct F { static func main() { print(Libgit2.version) } }
