package dev.rockpool.app;

/// The composition root.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Rockpool");
    }
}
