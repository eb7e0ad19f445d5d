package tingting;

/// The command line: `serve`, `config`, `version` and what comes after them.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Ting Ting");
    }
}
